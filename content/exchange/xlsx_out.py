"""A set as a workbook: one sheet, every cell a text, column names in the language of who asked.

Cells are formatted as text, so that `007` stays `007` also after somebody retypes it, and what
would run as a formula once the sheet is saved as CSV is guarded (see `formulas`).

Promised: as CSV.
Not held: media, the title of the set, its releases.
"""

import re
from typing import IO, Final, cast

from openpyxl import Workbook
from openpyxl.cell import Cell, WriteOnlyCell
from openpyxl.styles import Font
from openpyxl.worksheet.worksheet import Worksheet

from content.exchange.cells import COLUMNS, cells_of
from content.exchange.formulas import guard
from content.exchange.headers import shown
from content.exchange.outgoing import Outgoing

_WIDTHS: Final = {"prompt": 50, "answer": 40, "choices": 50, "explanation": 50, "source": 30}
_TEXT: Final = "@"
_ESCAPE: Final = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
"""What a workbook itself takes for an escaped character, as in `_x0041_`."""


def write(given: Outgoing, out: IO[bytes]) -> None:
    """Writes the file; rows go out one by one."""
    book = Workbook(write_only=True)
    book.properties.creator = "Beklijf"
    book.properties.created = book.properties.modified = given.now.replace(tzinfo=None)
    sheet = cast("Worksheet", book.create_sheet("Set"))
    for index, column in enumerate(COLUMNS):
        whole = sheet.column_dimensions[chr(ord("A") + index)]
        whole.width = _WIDTHS.get(column, 14)
        whole.number_format = _TEXT
    sheet.freeze_panes = "A2"
    head = [_text_cell(sheet) for _ in COLUMNS]
    for column, cell in zip(COLUMNS, head, strict=True):
        cell.font = Font(bold=True)
        _fill(cell, shown(column, given.labels))
    sheet.append(head)
    # A row is written when it is appended, so that its cells can serve for the next one.
    row = [_text_cell(sheet) for _ in COLUMNS]
    for draft in given.drafts:
        cells = cells_of(draft)
        for column, cell in zip(COLUMNS, row, strict=True):
            _fill(cell, guard(cells.get(column, "")))
        sheet.append([cell if cell.value else None for cell in row])
    book.save(out)


def _text_cell(sheet: Worksheet) -> Cell:
    cell = WriteOnlyCell(sheet)
    cell.number_format = _TEXT
    return cell


def _fill(cell: Cell, text: str) -> None:
    cell.value = _ESCAPE.sub("_x005F_", text) or None
    if text:
        cell.data_type = "s"  # openpyxl takes `#N/A` for an error
