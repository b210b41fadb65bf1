"""Numbers keep their value through every notation."""

from hypothesis import given
from hypothesis import strategies as st

from content.language import Language
from content.likeness import likeness

NOTATIONS = ("{:,.2f}", "{:.2f}")


def _dutch(text: str) -> str:
    return text.translate(str.maketrans(",.", ".,"))


@given(st.decimals(min_value=-(10**9), max_value=10**9, places=2), st.sampled_from(("nl", "en")))
def test_a_number_is_right_in_every_notation(number: object, language: Language) -> None:
    written = [notation.format(number) for notation in NOTATIONS]
    everything = [*written, *map(_dutch, written)]
    for expected in everything:
        for given_ in everything:
            assert likeness(given_, [expected], language).right


@given(st.integers(0, 10**6), st.integers(0, 10**6), st.sampled_from(("nl", "en")))
def test_another_number_is_never_right(one: int, other: int, language: Language) -> None:
    assert likeness(str(one), [str(other)], language).right == (one == other)
