"""CSV and TSV: `,` `;` or tab between cells, quoted as spreadsheets do."""

import csv
from collections.abc import Iterable, Iterator
from io import StringIO
from itertools import chain, islice
from typing import Final

from content.card import Language
from content.exchange.encoding import FALLBACK, decode
from content.exchange.headers import recognised
from content.exchange.reading import MOST_COLUMNS, MOST_ROWS, Problem, Reading, Unreadable
from content.exchange.rows import Row
from content.exchange.table import read_table

MOST_BYTES: Final = 40_000_000
MOST_LINES: Final = 1_000_000
LONGEST_LINE: Final = 500_000
"""Characters; beyond it is no table that people made, but may cost more than it says."""

_SEPARATORS: Final = "\t;,"
_MARKUP: Final = ("<!doctype", "<html", "<?xml", "<table")
_SAMPLE: Final = 50
_END: Final = "\0end"
"""A last line of our own. When it does not come out alone, a quote was still open before it."""


def read(
    data: bytes,
    *,
    language: Language,
    encoding: str | None = None,
    known_keys: frozenset[str] = frozenset(),
) -> Reading:
    """The cards in a text file; see `table` for what the rows mean.

    Raises `Unreadable` when the file is empty, too big, no text or no table.
    """
    if len(data) > MOST_BYTES:
        raise Unreadable("too-big", {"most": MOST_BYTES // 1_000_000})
    text, used = decode(data, encoding)
    if not text.strip():
        raise Unreadable("empty-file")
    if _is_binary(text) or text.lstrip()[:9].lower().startswith(_MARKUP):
        raise Unreadable("not-a-table")
    if max(text.count("\n"), text.count("\r")) > MOST_LINES:
        raise Unreadable("too-many-rows", {"most": MOST_ROWS})
    lines = list(StringIO(text.replace("\0", ""), newline=""))
    if max(map(len, lines)) > LONGEST_LINE:
        raise Unreadable("line-too-long", {"most": LONGEST_LINE})
    said = _said_separator(lines[0])
    separator = said or _separator(lines)
    broken: list[Problem] = []
    rows = _rows(lines[1:] if said else lines, separator, broken, first_line=2 if said else 1)
    reading = read_table(rows, language=language, known_keys=known_keys)
    notes = reading.notes
    if used == FALLBACK and encoding is None:
        notes = (Problem("guessed-encoding", values={"encoding": "Windows-1252"}), *notes)
    return Reading(reading.drafts, (*reading.problems, *broken), notes)


def _is_binary(text: str) -> bool:
    """Control characters beyond what slips into a text by accident."""
    sample = text[:4096]
    controls = sum(one < " " and one not in "\t\r\n\x0b\x0c" for one in sample)
    return controls > len(sample) / 50


def _said_separator(line: str) -> str | None:
    """The separator of a first line such as `sep=;`, which is for the spreadsheet alone."""
    line = line.rstrip("\r\n").strip('"')
    said = line[4:] if line.lower().startswith("sep=") else ""
    return said if len(said) == 1 and said in _SEPARATORS + "|" else None


def _separator(lines: list[str]) -> str:
    """The likeliest separator: a known header first, then rows of one width."""

    def likelihood(separator: str) -> tuple[int, float]:
        sample = list(islice(_cells(lines, separator), _SAMPLE))
        filled = [cells for cells in sample if any(cells)] or [[""]]
        header = recognised(filled[0][:MOST_COLUMNS])
        known = sum(field is not None for field in header.fields) if header else 0
        width = len(filled[0])
        even = sum(len(cells) == width for cells in filled) / len(filled) if width > 1 else 0
        return known, even

    return max(_SEPARATORS, key=likelihood)


def _cells(lines: Iterable[str], separator: str) -> Iterator[list[str]]:
    try:
        yield from csv.reader(lines, delimiter=separator)
    except csv.Error:  # only a sample: the reading itself names the row
        return


def _rows(
    lines: list[str], separator: str, broken: list[Problem], *, first_line: int
) -> Iterator[Row]:
    """The rows; one that cannot be read ends them and is told in `broken`.

    Without the separator line the header is row 1, as a spreadsheet shows it.
    """
    reader = csv.reader(chain(_closed(lines), [_END]), delimiter=separator)
    number, line = 0, first_line
    while True:
        number += 1
        if number > MOST_ROWS:
            raise Unreadable("too-many-rows", {"most": MOST_ROWS})
        try:
            cells = next(reader)
        except csv.Error:
            broken.append(Problem("row-unreadable", number, values={"line": line}))
            return
        if cells == [_END]:
            return
        if any(_END in cell for cell in cells):
            broken.append(Problem("quote-open", number, values={"line": line}))
            return
        yield Row(number, line, cells)
        line = first_line + reader.line_num


def _closed(lines: list[str]) -> Iterator[str]:
    """The lines, the last one ended as well, so that a line of our own may follow."""
    yield from lines[:-1]
    yield lines[-1].rstrip("\r\n") + "\n"
