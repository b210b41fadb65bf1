"""Word lists of Quizlet: one tab, and quotes that are just quotes."""

import pytest

from content.card import Recall
from content.exchange.read import read_any


def _pairs(text: str) -> list[tuple[str, str]]:
    reading = read_any("export.txt", text.encode(), language="nl")
    assert reading.problems == ()
    return [
        (draft.face.prompt, draft.face.answer)
        for draft in reading.drafts
        if isinstance(draft.face, Recall)
    ]


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_a_term_and_its_definition_are_a_card(ends: str) -> None:
    text = ends.join(['Wat roep je? "Brand!"\tJa: "Brand!"', "Nummer?\t007", ""])
    assert _pairs(text) == [('Wat roep je? "Brand!"', 'Ja: "Brand!"'), ("Nummer?", "007")]


def test_quotes_that_no_spreadsheet_writes_stay() -> None:
    assert _pairs('"Brand!" roepen\tja\n"open\tdicht\n\'=1\t-\n') == [
        ('"Brand!" roepen', "ja"), ('"open', "dicht"), ("'=1", "-"),
    ]  # fmt: skip


def test_quotes_that_a_spreadsheet_writes_are_taken_off() -> None:
    assert _pairs('"een ""lek"""\tja\ntwee\tnee') == [('een "lek"', "ja"), ("twee", "nee")]
