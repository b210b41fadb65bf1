"""CSV and TSV: `,` `;` or tab between cells, quoted as spreadsheets do."""

import csv
from collections.abc import Iterable, Iterator
from dataclasses import replace
from io import StringIO
from itertools import chain, islice
from typing import Final

from content.card import Language
from content.exchange.headers import recognised
from content.exchange.pace import Told, counted, silent
from content.exchange.reading import MOST_COLUMNS, MOST_ROWS, Problem, Reading, Unreadable
from content.exchange.rows import Row
from content.exchange.table import read_table

LONGEST_LINE: Final = 500_000
"""Characters; beyond it is no table that people made, but may cost more than it says."""

_SEPARATORS: Final = "\t;,"
_SAMPLE: Final = 50
_END: Final = "\0end"
"""A last line of our own. When it does not come out alone, a quote was still open before it."""


def has_header(text: str) -> bool:
    """Whether the first line says that a table follows: by its separator or by known columns."""
    first = text.lstrip().partition("\n")[0]
    if _said_separator(first):
        return True
    return any(recognised(next(_cells([first], one), [])[:MOST_COLUMNS]) for one in _SEPARATORS)


def read(
    text: str,
    *,
    language: Language,
    known_keys: frozenset[str] = frozenset(),
    told: Told = silent,
) -> Reading:
    """The cards in a table that is not empty; see `table` for what the rows mean.

    Raises `Unreadable` when it has more rows or longer lines than people make.
    """
    lines = list(StringIO(text.replace("\0", ""), newline=""))
    if max(map(len, lines)) > LONGEST_LINE:
        raise Unreadable("line-too-long", {"most": LONGEST_LINE})
    said = _said_separator(lines[0])
    separator = said or _separator(lines)
    broken: list[Problem] = []
    rows = _rows(lines[1:] if said else lines, separator, broken, first_line=2 if said else 1)
    watched = counted(rows, told, len(lines))
    reading = read_table(watched, language=language, known_keys=known_keys)
    return replace(reading, problems=(*reading.problems, *broken))


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
