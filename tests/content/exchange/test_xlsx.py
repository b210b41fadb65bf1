"""Workbooks: cells as shown, sheets that count, and files that mean harm."""

import stat
import zipfile
from collections.abc import Callable
from datetime import date, datetime, time
from io import BytesIO

import openpyxl
import pytest

from content.card import Recall
from content.exchange import xlsx
from content.exchange.reading import Unreadable
from tests.content.exchange.tables import as_workbook, codes

SET = [("vraag", "antwoord"), ("V?", "A")]


def _answer(value: object, number_format: str | None = None, language: str = "nl") -> str:
    book = openpyxl.load_workbook(BytesIO(as_workbook([("vraag", "antwoord"), ("V?", value)])))
    if number_format:
        book.worksheets[0]["B2"].number_format = number_format
    out = BytesIO()
    book.save(out)
    (draft,) = xlsx.read(out.getvalue(), language="en" if language == "en" else "nl").drafts
    assert isinstance(draft.face, Recall)
    return draft.face.answer


@pytest.mark.parametrize(
    ("value", "number_format", "shown"),
    [
        (72.0, None, "72"),
        (1.5, None, "1,5"),
        (0.1 + 0.2, None, "0,3"),
        (7123, "000000", "007123"),
        ("007123", None, "007123"),
        (0.25, "0%", "25%"),
        (0.125, "0.0%", "12,5%"),
        (True, None, "waar"),
        (date(2018, 5, 25), None, "2018-05-25"),
        (datetime(2018, 5, 25, 9, 30), None, "2018-05-25 09:30"),  # noqa: DTZ001 - as Excel has it
        (time(9, 30), None, "09:30"),
        ("=1+1", None, ""),
        ("een_x000D_\ntwee", None, "een\ntwee"),
    ],
)
def test_a_cell_reads_as_it_is_shown(value: object, number_format: str | None, shown: str) -> None:
    if shown:
        assert _answer(value, number_format) == shown
    else:
        reading = xlsx.read(as_workbook([*SET, ("W?", value)]), language="nl")
        assert codes(reading) == [("missing", 3, "antwoord")]


def test_decimals_follow_the_language() -> None:
    assert _answer(1.5, language="en") == "1.5"


def test_the_first_visible_sheet_with_content_is_read_and_the_others_are_named() -> None:
    book = openpyxl.load_workbook(BytesIO(as_workbook([], [("geheim", "x")], SET, [("meer", "y")])))
    book.worksheets[1].sheet_state = "hidden"
    out = BytesIO()
    book.save(out)
    reading = xlsx.read(out.getvalue(), language="nl")
    assert [draft.face.prompt for draft in reading.drafts] == ["V?"]
    assert [(note.code, note.values) for note in reading.notes] == [
        ("other-sheets", {"sheet": "Sheet2", "others": "Sheet1, Sheet3"})
    ]


def test_rows_keep_the_numbers_that_the_spreadsheet_shows() -> None:
    reading = xlsx.read(as_workbook([(), *SET, (), (), ("W?", "")]), language="nl")
    assert [draft.row for draft in reading.drafts] == [3]
    assert codes(reading) == [("missing", 6, "antwoord")]


def _with(name: str, content: bytes | None = None, change: Callable[[str], str] = str) -> bytes:
    """A sound workbook in which one member is replaced, changed or added."""
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(as_workbook(SET))) as sound, zipfile.ZipFile(out, "w") as made:
        for member in sound.namelist():
            if member != name:
                made.writestr(member, sound.read(member))
        old = sound.read(name).decode() if name in sound.namelist() else ""
        data = content if content is not None else change(old).encode()
        made.writestr(name, data, zipfile.ZIP_DEFLATED)
    return out.getvalue()


SHEET = "xl/worksheets/sheet1.xml"
ENTITIES = '<!DOCTYPE x [<!ENTITY a "ha">]>'


def _link() -> bytes:
    out = BytesIO(as_workbook(SET))
    with zipfile.ZipFile(out, "a") as archive:
        link = zipfile.ZipInfo("xl/link")
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        archive.writestr(link, "/etc/passwd")
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (_with(SHEET, change=lambda text: ENTITIES + text), "unsafe-file"),
        (_with("xl/media/zeros", bytes(5_000_000)), "unsafe-file"),
        (_with("../../etc/passwd", b"x"), "unsafe-file"),
        (_with("/etc/passwd", b"x"), "unsafe-file"),
        (_link(), "unsafe-file"),
        (_with("xl/workbook.xml", b"<nonsense"), "damaged"),
        (_with(SHEET, change=lambda text: text[:-40]), "damaged"),
        (as_workbook(SET)[:-60], "damaged"),
        (as_workbook([]), "empty-file"),
    ],
)
def test_a_workbook_that_is_broken_or_means_harm_is_refused(data: bytes, code: str) -> None:
    with pytest.raises(Unreadable) as refused:
        xlsx.read(data, language="nl")
    assert refused.value.code == code


@pytest.mark.parametrize("far", ["XFD1048576", "A999999999"])
def test_a_declared_size_or_one_far_cell_costs_nothing(far: str) -> None:
    def reach(text: str) -> str:
        cell = f'<row r="{far.lstrip("AXFD")}"><c r="{far}"><v>1</v></c></row></sheetData>'
        return text.replace("</sheetData>", cell).replace("A1:B2", f"A1:{far}")

    reading = xlsx.read(_with(SHEET, change=reach), language="nl")
    assert [draft.face.prompt for draft in reading.drafts] == ["V?"]
