"""What is wrong in a file, in words: the place, and the sentence with its remedy."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from content.exchange.reading import Counted, Problem, Unreadable
from server.texts import text

_PLACES: Final[Mapping[Counted, str]] = {
    "row": "place-row", "line": "place-card-line", "question": "place-question",
}  # fmt: skip


def sentence(one: Problem | Unreadable, language: str) -> str:
    """What is wrong and what to do."""
    return text(f"import-{one.code}", language, **one.values)


def place(one: Problem, language: str, counted: Counted) -> str:
    """The row, line or question and the column as far as they are known, else the file."""
    if one.row is None:
        return whole_file(language)
    if one.column is None:
        return text(_PLACES[counted], language, row=one.row)
    return text(f"{_PLACES[counted]}-column", language, row=one.row, column=one.column)


def whole_file(language: str) -> str:
    """The place of a problem with the file itself."""
    return text("place-file", language)
