from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from content.search.vocabulary import Vocabulary

WORDS = st.text("abc", min_size=1, max_size=6)


@given(st.sets(WORDS), st.sets(WORDS), WORDS)
def test_it_finds_what_looking_at_each_word_finds(
    first: set[str], then: set[str], asked: str
) -> None:
    words = Vocabulary().with_words(first).with_words(then)
    both = first | then
    assert set(words) == both
    assert words.known([asked]) == both & {asked}
    assert set(words.holding(asked, 1000)) == {one for one in both if asked in one}
    assert set(words.near(asked, 1)) == {one for one in both if OSA.distance(asked, one) <= 1}


def test_the_shortest_words_that_hold_a_part_come_first() -> None:
    words = Vocabulary().with_words(["wachtwoordkluis", "wachtwoord", "antwoord", "woord"])
    assert words.holding("woord", 2) == ["woord", "antwoord"]


def test_a_part_is_not_found_across_two_words() -> None:
    assert Vocabulary().with_words(["lek", "dat"]).holding("tle", 9) == []


def test_no_slip_forgiven_is_no_word_near() -> None:
    assert Vocabulary().with_words(["mail"]).near("mail", 0) == []
