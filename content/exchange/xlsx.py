"""XLSX: the first visible sheet that holds anything.

Call it in a process with limits of memory and time: what a workbook costs is only bounded here,
by `archive` and by the most rows and columns, not by what this machine has left.
"""

import warnings
from collections.abc import Iterator
from dataclasses import replace
from itertools import chain, islice
from typing import Final, cast

import openpyxl
from defusedxml.common import DefusedXmlException
from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.utils.escape import unescape
from openpyxl.worksheet.worksheet import Worksheet

from content.card import Language
from content.exchange import kahoot
from content.exchange.archive import opened
from content.exchange.pace import Told, counted, silent
from content.exchange.reading import MOST_COLUMNS, MOST_ROWS, Problem, Reading, Unreadable
from content.exchange.rows import Row
from content.exchange.shown import shown
from content.exchange.table import read_table

MOST_BYTES: Final = 20_000_000


def read(
    data: bytes,
    *,
    language: Language,
    known_keys: frozenset[str] = frozenset(),
    told: Told = silent,
) -> Reading:
    """The cards in a workbook; see `table` for what the rows mean.

    Raises `Unreadable` for whatever is no sound, harmless workbook of bearable size.
    """
    if len(data) > MOST_BYTES:
        raise Unreadable("too-big", {"most": MOST_BYTES // 1_000_000})
    archive = opened(data)
    try:
        with archive, warnings.catch_warnings():
            warnings.simplefilter("ignore")  # openpyxl warns of styles it drops: of no use here
            return _read(cast("str", archive.fp), language, known_keys, told)
    except Unreadable:
        raise
    except Exception as broken:  # openpyxl lets any error through on a damaged file
        hostile = _has_cause(broken, DefusedXmlException)
        raise Unreadable("unsafe-file" if hostile else "damaged") from broken


def _read(file: str, language: Language, known_keys: frozenset[str], told: Told) -> Reading:
    # openpyxl takes an open file as well as a path; its types know the path only.
    book = openpyxl.load_workbook(file, read_only=True, data_only=True, keep_links=False)
    sheets = cast("list[Worksheet]", book.worksheets)
    filled = [sheet for sheet in sheets if next(_rows(sheet, language), None)]
    visible = [sheet for sheet in filled if sheet.sheet_state == "visible"]
    if not visible:
        raise Unreadable("empty-file")
    rows = counted(_rows(visible[0], language), told)
    head = list(islice(rows, kahoot.HEAD))
    rows = chain(head, rows)
    if layout := kahoot.layout_of(head):
        reading = kahoot.read(rows, layout, language)
    else:
        reading = read_table(rows, language=language, known_keys=known_keys, padded=True)
    others = ", ".join(sheet.title for sheet in filled if sheet is not visible[0])
    if not others:
        return reading
    values = {"sheet": visible[0].title, "others": others[:200]}
    notes = (Problem("other-sheets", values=values), *reading.notes)
    return replace(reading, notes=notes)


def _rows(sheet: Worksheet, language: Language) -> Iterator[Row]:
    """The rows that hold anything. The size that a sheet declares is never believed.

    One row more than the most is asked for, and one column: what stands there is too much. A
    single stray cell further out is not looked for.
    """
    rows = sheet.iter_rows(min_row=1, max_row=MOST_ROWS + 1, min_col=1, max_col=MOST_COLUMNS + 1)
    for number, cells in enumerate(rows, start=1):
        texts = [_text(cell, language) if cell.value is not None else "" for cell in cells]
        if not any(texts):
            continue
        if number > MOST_ROWS:
            raise Unreadable("too-many-rows", {"most": MOST_ROWS})
        yield Row(number, number, texts)


def _text(cell: Cell | MergedCell, language: Language) -> str:
    if isinstance(cell.value, str):
        return unescape(cell.value)
    return shown(cell.value, cell.number_format, language)


def _has_cause(error: BaseException | None, kind: type[BaseException]) -> bool:
    while error:
        if isinstance(error, kind):
            return True
        error = error.__cause__ or error.__context__
    return False
