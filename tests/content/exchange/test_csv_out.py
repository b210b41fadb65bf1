"""No spreadsheet runs what an exported set holds."""

import csv
from io import StringIO

import pytest

from content.card import Recall
from content.exchange.cells import COLUMNS
from content.exchange.read import read_any
from content.exchange.reading import Draft
from tests.content.exchange.outgoing import outgoing, written


def _draft(prompt: str) -> Draft:
    face = Recall(language="nl", prompt=prompt, answer=prompt)
    return Draft(key=None, variant_of=None, face=face, topic="", tags=(), row=2)


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
    data = written("csv", outgoing([_draft(text)]))
    for row in list(csv.reader(StringIO(data.decode("utf-8-sig"))))[1:]:
        assert not any(cell.startswith(tuple("=+-@\t\r＝＋－＠")) for cell in row)
    (draft,) = read_any("set.csv", data, language="nl").drafts
    assert draft.face == _draft(text).face


def test_spreadsheets_see_its_encoding_and_columns() -> None:
    data = written("csv", outgoing([_draft("Zoë")]))
    assert data.startswith(b"\xef\xbb\xbf")
    assert data.decode("utf-8-sig").splitlines()[0] == ",".join(f'"{name}"' for name in COLUMNS)
