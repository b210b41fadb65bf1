"""Texts of course material: on one line, in sentences, in a language."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from content.language import Language
from content.sanitise import clean

_BETWEEN: Final = re.compile(r"(?<=[.!?])\s+(?=[A-ZÀ-Þ“\"‘(])")
_ABBREVIATION: Final = re.compile(
    r"\b(?:bijv|bv|nl|resp|max|min|ca|art|nr|dhr|mevr|o\.a|d\.w\.z|e\.g|i\.e|etc|vs|no|dr|prof)\.$",
    re.IGNORECASE,
)
_WORD: Final = re.compile(r"[^\W\d_]+")
_DUTCH: Final = "de het een en van is dat niet zijn met voor die wordt worden bij ook aan je als op"
_ENGLISH: Final = "the a an and of is that not are with for this be by also to you as it on which"
_TELLING: Final[Mapping[Language, frozenset[str]]] = {
    "nl": frozenset(_DUTCH.split()),
    "en": frozenset(_ENGLISH.split()),
}
_SURE: Final = 2
"""How often words of the other language must outnumber those of the expected one."""


def one_line(text: str) -> str:
    """The text on one line, without what cannot be seen."""
    return clean(" ".join(text.split()))


def sentences(text: str) -> list[str]:
    """The sentences of a text; an abbreviation ends none."""
    found: list[str] = []
    for piece in _BETWEEN.split(text):
        if found and _ABBREVIATION.search(found[-1]):
            found[-1] += f" {piece}"
        else:
            found.append(piece)
    return found


def language_of(text: str, expected: Language) -> Language:
    """The language of the text; the expected one unless the other is plainly it."""
    words = [word.lower() for word in _WORD.findall(text)]
    other: Language = "en" if expected == "nl" else "nl"
    counted = {one: sum(word in _TELLING[one] for word in words) for one in _TELLING}
    return other if counted[other] > _SURE * counted[expected] + _SURE else expected
