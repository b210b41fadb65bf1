"""What is wrong in a file, in words: the place, and the sentence with its remedy."""

from __future__ import annotations

from content.exchange.reading import Problem, Unreadable
from server.texts import text


def sentence(one: Problem | Unreadable, language: str) -> str:
    """What is wrong and what to do."""
    return text(f"import-{one.code}", language, **one.values)


def place(one: Problem, language: str) -> str:
    """Row and column as far as they are known, else the file."""
    if one.row is None:
        return whole_file(language)
    if one.column is None:
        return text("place-row", language, row=one.row)
    return text("place-row-column", language, row=one.row, column=one.column)


def whole_file(language: str) -> str:
    """The place of a problem with the file itself."""
    return text("place-file", language)
