"""Export: the same set comes back in, and no spreadsheet runs what it holds."""

import csv
from dataclasses import replace
from io import StringIO

import pytest
from hypothesis import given

from content.card import Recall
from content.exchange.csv_out import COLUMNS, write
from content.exchange.read import read_any
from content.exchange.reading import Draft
from tests.content.faces import sets_of_drafts


def _draft(prompt: str) -> Draft:
    face = Recall(language="nl", prompt=prompt, answer=prompt)
    return Draft(key=None, variant_of=None, face=face, topic="", tags=(), row=2)


@given(sets_of_drafts())
def test_a_set_that_goes_out_comes_in_as_the_same_set(drafts: list[Draft]) -> None:
    reading = read_any("set.csv", write(drafts), language="nl")
    assert reading.problems == ()
    assert [replace(draft, row=0) for draft in reading.drafts] == [
        replace(draft, row=0) for draft in drafts
    ]


@pytest.mark.parametrize(
    "text",
    [
        "=1+1",
        "+31 20 123",
        "-5",
        "@SUM(A1)",
        "＝1+1",
        "＋1",
        "－1",
        "＠x",
        "'=1+1",
        "''-x",
        "'t Gooi",
    ],
)
def test_a_cell_that_looks_like_a_formula_is_text_for_every_spreadsheet(text: str) -> None:
    data = write([_draft(text)])
    for row in list(csv.reader(StringIO(data.decode("utf-8-sig"))))[1:]:
        assert not any(cell.startswith(tuple("=+-@\t\r＝＋－＠")) for cell in row)
    (draft,) = read_any("set.csv", data, language="nl").drafts
    assert draft.face == _draft(text).face


def test_spreadsheets_see_its_encoding_and_columns() -> None:
    data = write([_draft("Zoë")])
    assert data.startswith(b"\xef\xbb\xbf")
    assert data.decode("utf-8-sig").splitlines()[0] == ",".join(f'"{name}"' for name in COLUMNS)
