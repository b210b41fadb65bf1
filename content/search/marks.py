"""Where a text says what was asked for."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from content.language import Language
from content.search.question import Meaning, Qualities
from content.search.stems import stem
from content.search.words import Word, words_of

_ONE_UNIT: Final = 0xFFFF

Marks = list[tuple[int, int]]


class Marker:
    """Marks what answers one question, in many texts."""

    def __init__(self, question: Sequence[Meaning]) -> None:
        self._qualities = Qualities(question)
        self._halves = [pair for meaning in question for pair in meaning.halves]

    def marks_in(self, text: str, language: Language) -> Marks:
        """Start and end of every hit, without overlap, counted in UTF-16 units as browsers do."""
        words = [(stem(word.text, language), word) for word in words_of(text)]
        hit = [bool(self._qualities[own]) for own, _ in words]
        if self._halves:
            for at, ((first, _), (second, _)) in enumerate(pairwise(words)):
                if any(first in head and second in tail for head, tail in self._halves):
                    hit[at] = hit[at + 1] = True
        return _placed(text, [word for (_, word), is_hit in zip(words, hit, strict=True) if is_hit])


def _placed(text: str, words: Sequence[Word]) -> Marks:
    found: Marks = []
    for word in words:
        # The parts of a word with hyphens stand within the whole.
        if not found or word.start >= found[-1][1]:
            found.append((word.start, word.end))
    return found if text.isascii() else [(_units(text, s), _units(text, e)) for s, e in found]


def _units(text: str, at: int) -> int:
    return at + sum(1 for char in text[:at] if ord(char) > _ONE_UNIT)
