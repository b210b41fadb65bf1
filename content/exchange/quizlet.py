"""Word lists as Quizlet exports them: term, tab, definition, and quotes that are just quotes.

A list in which every quote could be a spreadsheet's is left to the table reader, which reads it
alike save for those quotes.
"""

import re
from collections.abc import Iterator
from typing import Final

from content.card import Language
from content.exchange.formulas import guard
from content.exchange.reading import MOST_ROWS, Reading, Unreadable
from content.exchange.rows import Row
from content.exchange.table import read_table

_QUOTED: Final = re.compile(r'"(?:[^"]|"")*+"')


def is_quizlet(text: str) -> bool:
    """Whether each line is a pair, and some quote is none that a spreadsheet would write."""
    pairs = [line.split("\t") for line in text.split("\n") if line.strip()]
    if any(len(pair) != 2 for pair in pairs):  # noqa: PLR2004 - a pair
        return False
    return any(one.startswith('"') and not _QUOTED.fullmatch(one) for pair in pairs for one in pair)


def read(text: str, *, language: Language, known_keys: frozenset[str]) -> Reading:
    """The pairs as cards without keys."""
    return read_table(_rows(text), language=language, known_keys=known_keys)


def _rows(text: str) -> Iterator[Row]:
    for number, line in enumerate(text.splitlines(), start=1):
        if number > MOST_ROWS:
            raise Unreadable("too-many-rows", {"most": MOST_ROWS})
        yield Row(number, number, [guard(cell) for cell in line.split("\t")])
