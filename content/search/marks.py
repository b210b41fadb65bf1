"""Where a text says what was asked for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from content.language import Language
from content.search.question import Meaning
from content.search.stems import stem
from content.search.words import words_of

_ONE_UNIT: Final = 0xFFFF

Marks = list[tuple[int, int]]


def marks_in(text: str, question: Sequence[Meaning], language: Language) -> Marks:
    """Start and end of every hit, without overlap, counted in UTF-16 units as browsers do."""
    halves = {
        one for meaning in question for pair in meaning.halves for half in pair for one in half
    }
    found: Marks = []
    for word in words_of(text):
        own = stem(word.text, language)
        if own not in halves and not any(meaning.quality(own) for meaning in question):
            continue
        if found and word.start < found[-1][1]:
            continue
        found.append((word.start, word.end))
    return found if text.isascii() else [(_units(text, s), _units(text, e)) for s, e in found]


def _units(text: str, at: int) -> int:
    return at + sum(1 for char in text[:at] if ord(char) > _ONE_UNIT)
