"""What is wrong in a file, in words: the place, and the sentence with its remedy."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from content.exchange.reading import Counted, Problem, Unreadable
from server.texts import text

_PLACES: Final[Mapping[Counted, str]] = {
    "row": "place-row", "line": "place-card-line", "question": "place-question",
    "note": "place-note",
}  # fmt: skip


def sentence(one: Problem | Unreadable, language: str) -> str:
    """What is wrong and what to do."""
    return text(f"import-{one.code}", language, **one.values)


def place(one: Problem, language: str, counted: Counted) -> str:
    """The row, line, question or note and the column as far as known, else the file."""
    if one.row is None:
        return whole_file(language)
    if one.column is None:
        place = text(_PLACES[counted], language, row=one.row)
    else:
        place = text(f"{_PLACES[counted]}-column", language, row=one.row, column=one.column)
    return text("place-called", language, place=place, item=one.item) if one.item else place


def whole_file(language: str) -> str:
    """The place of a problem with the file itself."""
    return text("place-file", language)
