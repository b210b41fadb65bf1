"""Any table of texts, whatever file it was in, becomes drafts of cards.

A first row that names columns is the header; see `headers` for the names. Without one, the
columns are prompt and answer, and then wrong answers, topic and tags. Blank rows are skipped.
A kind that is not named follows from the cells: choices with one right make a choice, with
several a multiple choice, `{{…}}` in the prompt makes a cloze, all else is recall.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from content.card import Language
from content.exchange.headers import Columns, assumed, letter, recognised, shown
from content.exchange.reading import MOST_COLUMNS, MOST_PROBLEMS, Draft, Problem, Reading
from content.exchange.relations import Relations
from content.exchange.rows import Row, RowReader
from content.sanitise import clean


def read_table(
    rows: Iterable[Row], *, language: Language, known_keys: frozenset[str], padded: bool = False
) -> Reading:
    """Everything that the rows say. `padded` rows may be short, as spreadsheets leave them.

    `language` is that of rows that do not name one; `known_keys` are those already in the set.
    """
    filled: Iterator[Row] = (row for row in rows if any(cell.strip() for cell in row.cells))
    first = next(filled, None)
    if first is None:
        return Reading(problems=(Problem("no-rows"),))
    names = _without_empty_end([clean(cell) for cell in first.cells])
    if len(names) > MOST_COLUMNS:
        values = {"count": len(names), "most": MOST_COLUMNS}
        return Reading(problems=(Problem("too-many-columns", first.number, values=values),))
    columns = recognised(names)
    if columns:
        notes: list[Problem] = []
        problems = list(_header_problems(columns, first.number, language))
    else:
        columns = assumed(len(names), language)
        filled = chain([first], filled)
        read_as = ", ".join(shown(field, language) for field in columns.fields if field)
        notes = [Problem("no-header", first.number, values={"columns": read_as})]
        problems = [Problem("one-column", first.number)] if len(names) == 1 else []
    if problems:
        return Reading(problems=tuple(problems), notes=tuple(notes))
    return _read_rows(filled, RowReader(columns, language, notes=notes), known_keys, padded)


def _header_problems(columns: Columns, row: int, language: Language) -> Iterator[Problem]:
    fields = columns.fields
    for index, name in enumerate(columns.names):
        if fields[index] and (first := fields.index(fields[index])) != index:
            yield Problem("same-column", row, name, {"first": columns.names[first]})
    if "prompt" not in fields:
        yield Problem("no-prompt-column", row, values={"column": shown("prompt", language)})
    if not {"answer", "choices", "kind"} & set(fields):
        yield Problem("no-answer-column", row, values={"column": shown("answer", language)})


def _read_rows(
    rows: Iterable[Row], reader: RowReader, known_keys: frozenset[str], padded: bool
) -> Reading:
    relations = Relations(known_keys)
    drafts: list[Draft] = []
    width = len(reader.columns.fields)
    unread: set[int] = set()
    empty = True
    for row in rows:
        empty = False
        cells = reader.cells_of(row)
        relations.claim(cells.get("key"), cells.get("variant_of"), row.number)
        unread.update(i for i, cell in enumerate(row.cells[:width]) if cell and not
                      reader.columns.fields[i])  # fmt: skip
        if ragged := _ragged(row, width, padded):
            reader.problems.append(ragged)
        elif draft := reader.read(row, cells):
            drafts.append(draft)
    if empty:
        reader.problems.append(Problem("no-rows"))
    problems = [*reader.problems, *relations.problems(drafts, reader.columns)]
    if unread:
        names = ", ".join(reader.columns.names[index] for index in sorted(unread))
        reader.notes.insert(0, Problem("unknown-columns", values={"columns": names}))
    stopped = {problem.row for problem in problems}
    return Reading(
        tuple(draft for draft in drafts if draft.row not in stopped),
        capped(sorted(problems, key=lambda problem: problem.row or 0)),
        capped(reader.notes),
    )


def _ragged(row: Row, width: int, padded: bool) -> Problem | None:
    """A row of another width than the header, empty cells at its end aside."""
    cells = len(row.cells)
    if cells > width:
        cells = max(width, len(_without_empty_end(row.cells)))
    line = 0 if row.line == row.number else row.line
    values = {"cells": cells, "columns": width, "line": line}
    if cells > width:
        return Problem("too-many-cells", row.number, letter(width), values)
    if cells < width and not padded:
        return Problem("too-few-cells", row.number, None, values)
    return None


def _without_empty_end(cells: Sequence[str]) -> Sequence[str]:
    width = len(cells)
    while width and not cells[width - 1].strip():
        width -= 1
    return cells[:width]


def capped(problems: list[Problem]) -> tuple[Problem, ...]:
    more = len(problems) - MOST_PROBLEMS
    if more <= 0:
        return tuple(problems)
    return (*problems[:MOST_PROBLEMS], Problem("more-problems", values={"count": more}))
