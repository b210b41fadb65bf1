from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content.search.marks import Marker
from content.search.question import MOST_WORDS, question_of, slips_forgiven
from content.search.stems import stem
from content.search.texts import indexed
from content.search.vocabulary import Vocabulary
from content.search.words import LONGEST, plain_words, words_of


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("wachtwoorden", "wachtwoord"), ("datalekken", "datalek"), ("huizen", "huis"),
        ("brieven", "brief"), ("bedrijven", "bedrijf"), ("klanten", "klant"), ("lekken", "lek"),
    ],
)  # fmt: skip
def test_a_dutch_plural_is_its_word(one: str, other: str) -> None:
    assert stem(one, "nl") == stem(other, "nl")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Één foto's", ["een", "foto"]),
        ("e-mail", ["email", "e", "mail"]),
        ("Binnen {{1}} uur", ["binnen", "uur"]),
        ("", []),
        ("½ — %", ["12"]),
        ("STRASSE straße", ["strasse", "strasse"]),
    ],
)
def test_words_lose_capitals_accents_and_signs(text: str, words: list[str]) -> None:
    assert [word.text for word in words_of(text) if word.text] == words
    assert plain_words(text) == words


@given(st.text())
def test_the_quick_way_gives_the_same_words(text: str) -> None:
    words = [word.text for word in words_of(text) if word.text]
    assert plain_words(text) == words
    assert all(word.isalnum() and len(word) <= LONGEST for word in words)


@given(st.text(), st.text(min_size=1))
def test_marks_lie_in_the_text_in_order_and_apart(text: str, asked: str) -> None:
    marks = Marker(question_of(asked)).marks_in(text, "nl")
    places = [place for mark in marks for place in mark]
    assert places == sorted(places)
    assert all(start < end for start, end in marks)
    assert all(0 <= place <= len(text.encode("utf-16-le")) // 2 for place in places)


def test_a_mark_behind_a_character_of_two_units_counts_both() -> None:
    assert Marker(question_of("helpdesk")).marks_in("😀 helpdesk", "nl") == [(3, 11)]


def test_parts_of_a_compound_are_marked_only_side_by_side() -> None:
    question = question_of("datalek")
    question[0].learn_parts(Vocabulary().with_words(["data", "dat", "lek"]))
    text = "Een data lek, of dat er een lek is"
    assert Marker(question).marks_in(text, "nl") == [(4, 8), (9, 12)]


def test_little_words_count_only_alone() -> None:
    assert [word.text for word in question_of("Hoe meld ik een datalek?")] == ["meld", "datalek"]
    assert [word.text for word in question_of("wie is het")] == ["wie", "is", "het"]
    assert question_of("?!") == []
    assert len(question_of("woord " + " ".join(map(str, range(99))))) == MOST_WORDS


@pytest.mark.parametrize(("word", "slips"), [("pin", 0), ("mail", 1), ("fraudehelpdesk", 2)])
def test_a_longer_word_may_hold_more_typing_errors(word: str, slips: int) -> None:
    assert slips_forgiven(word) == slips


def test_a_card_is_found_by_all_it_says() -> None:
    face = {
        "kind": "choice", "language": "nl", "prompt": "Wie bel je?", "explanation": "Altijd open",
        "source": "Intranet", "choices": ["De balie", "De helpdesk"], "correct": [1],
        "media": [{"alt": "Een rode telefoon"}],
    }  # fmt: skip
    texts = indexed([face], "Melden", ["spoed"])["nl"].texts
    assert (texts.prompt, texts.answer) == ("wie bel je", "de helpdesk")
    assert texts.explanation == "altijd open"
    for word in ("melden", "spoed", "intranet", "rode", "telefoon", "balie"):
        assert stem(word, "nl") in texts.rest.split()
