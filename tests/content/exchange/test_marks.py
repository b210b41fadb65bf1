"""Texts that hold the very marks which separate them come through whole."""

from hypothesis import given
from hypothesis import strategies as st

from content.exchange import gaps, marks
from content.exchange.formulas import guard, unguard

tricky = st.text(alphabet="a|*\\={}'", min_size=1, max_size=8)


@given(st.lists(tricky, min_size=1))
def test_texts_come_out_of_a_cell_as_they_went_in(texts: list[str]) -> None:
    cell = marks.join([marks.escape(text, "|*") for text in texts], "|")
    assert marks.split(cell, "|", "*") == texts


@given(st.lists(st.lists(tricky, min_size=1).map(tuple), min_size=1).map(tuple))
def test_gaps_come_out_of_a_text_as_they_went_in(accepted: tuple[tuple[str, ...], ...]) -> None:
    prompt = " en ".join(f"{{{{{number}}}}}" for number in range(1, len(accepted) + 1))
    assert gaps.taken_out(gaps.put_back(prompt, accepted)) == (prompt, accepted)


@given(st.text(alphabet="'=+-@\t\r\n＝a", max_size=8))
def test_a_guarded_cell_comes_back_and_is_no_formula(text: str) -> None:
    assert unguard(guard(text)) == text
    assert not guard(text).startswith(tuple("=+-@\t\r\n＝＋－＠"))


def test_a_backslash_elsewhere_means_itself() -> None:
    assert marks.split(r"C:\map|\\server\share", "|", "*") == [r"C:\map", r"\\server\share"]
