"""Cards that ask the same in nearly the same words, found without comparing all with all.

A card leaves `TRACES` numbers. Two cards whose words are four fifths the same have at least one of
them in common with a probability of 0.98; two that share a third of their words, of 0.35. So a
look-up by traces gives few candidates, and only those are compared word by word.

A. Broder, "On the resemblance and containment of documents" (1997): the smallest of the hashed
words is the same in two texts as often as the words they share. A trace joins two such smallest.
"""

import re
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from typing import Any, Final
from zlib import crc32

from content.language import Language
from content.search.stems import stem
from content.search.stop_words import STOP_WORDS
from content.search.texts import answers_of
from content.search.words import fold

TRACES: Final = 4
ALIKE: Final = 0.8
"""The share of their words that two cards have in common before anybody is told."""

_FEW: Final = 4
"""A prompt of fewer words says little; the answer then counts with it."""
_TELLING: Final = re.compile(r"[^\W\d_]{4,}|\d+")
_ANY: Final = re.compile(r"[^\W_]+")
_CROPPED: Final = 6
"""Letters by which traces know a word: plurals and verbs then mostly leave the same ones."""
_ODD: Final = (
    (2654435761, 2246822519), (3266489917, 668265263),
    (374761393, 3332679571), (1540483477, 4294967291),
)  # fmt: skip
_BITS: Final = 0xFFFF_FFFF


def gist(face: Mapping[str, Any]) -> str:
    """What a card comes down to, from the JSON of a fit face."""
    prompt = str(face["prompt"])
    if len(_TELLING.findall(prompt)) >= _FEW:
        return prompt
    return " ".join((prompt, *answers_of(face)))


def traces(text: str) -> tuple[int, ...]:
    """`TRACES` whole numbers of 63 bits; those of a text without words stand for no words."""
    small = text.lower()
    found = _TELLING.findall(small) or _ANY.findall(small)
    hashed = {crc32(word[:_CROPPED].encode()) for word in found} or {0}
    return tuple(_least(hashed, one) << 31 | _least(hashed, other) >> 1 for one, other in _ODD)


def _least(hashed: set[int], odd: int) -> int:
    # A list, as an import does this forty thousand times and a generator takes twice as long.
    return min([(value * odd) & _BITS for value in hashed])


def said(text: str, language: Language) -> frozenset[str]:
    """What a gist says: its words without their endings and without the small ones."""
    found = _ANY.findall(fold(text))
    telling = [word for word in found if word not in STOP_WORDS] or found
    return frozenset(stem(word, language) for word in telling)


def alike(one: AbstractSet[str], other: AbstractSet[str]) -> bool:
    """Whether two gists say the same but for a word here or there.

    Another number is another question: "binnen 7 dagen" is not "binnen 9 dagen".
    """
    shared = len(one & other)
    if not shared or shared < ALIKE * len(one | other):
        return False
    return not any(word[0].isdigit() for word in one ^ other)
