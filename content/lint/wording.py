"""Texts taken apart for the rules: words, sentences, what is quoted, what is asked."""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Final

from content.card import Choice, Cloze, Face, Language, MultipleChoice
from content.kinds.cloze import GAP

_WORD = re.compile(r"[^\W_]+(?:['’.@-][^\W_]+)*")
"""An address is one word: its parts say nothing by themselves."""
_SENTENCE = re.compile(r"[^.?!\n]+[.?!]*")
_ABBREVIATED = re.compile(
    r"\b(?:art|nr|bijv|blz|incl|excl|e\.g|i\.e|no|etc|St|Mr|Dr)\.|(?<=\d)\.(?=\d)"
)
_QUOTED = re.compile(
    r"(?<!\w)'[^'\n]+'(?!\w)|\"[^\"\n]+\"|[“„][^”“\n]+[”“]|(?<!\w)[‘’][^’\n]+’(?!\w)"
)

_DUTCH = "wat wie waar waarom waardoor waarmee wanneer hoe hoeveel welk welke"
_ENGLISH = "what who whom whose where why when how which"
ASKING: Final[Mapping[Language, frozenset[str]]] = {
    "nl": frozenset(_DUTCH.split()),
    "en": frozenset(_ENGLISH.split()),
}
"""The words that begin a question."""


@lru_cache(maxsize=256)
def words(text: str) -> tuple[str, ...]:
    """The words in small letters, in order. Several rules look at one text, so it is kept."""
    return tuple(_WORD.findall(text.lower()))


@lru_cache(maxsize=256)
def sentences(text: str) -> tuple[str, ...]:
    """The sentences, each with the mark that ends it."""
    whole = _ABBREVIATED.sub(lambda found: found[0].replace(".", "\N{ONE DOT LEADER}"), text)
    return tuple(one.strip() for one in _SENTENCE.findall(whole) if _WORD.search(one))


def unquoted(text: str) -> str:
    """The text without what it quotes: a question that a customer asks is not the card's."""
    return _QUOTED.sub("…", text)


def asked(text: str, language: Language) -> list[str]:
    """The sentences by which the card itself asks something."""
    return [
        one
        for one in sentences(unquoted(text))
        if one.endswith("?") and not ASKING[language].isdisjoint(words(one))
    ]


def prompt_without_gaps(face: Face) -> str:
    """The prompt as it stands around its gaps."""
    return GAP.sub("…", face.prompt) if isinstance(face, Cloze) else face.prompt


def right_and_wrong(face: Face) -> tuple[list[str], list[str]] | None:
    """The right and the wrong choices; None where there is nothing to choose."""
    if not isinstance(face, Choice | MultipleChoice):
        return None
    right = [text for number, text in enumerate(face.choices) if number in face.correct]
    wrong = [text for number, text in enumerate(face.choices) if number not in face.correct]
    return (right, wrong) if right and wrong else None
