"""The words of a text, without capitals, accents and the marks between them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import Final, NamedTuple

LONGEST: Final = 40
# A suffix behind an apostrophe belongs to the word before it: foto's, o'clock's.
_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*(?:['’][^\W_]{1,2}(?![^\W_]))?")
_PLAIN = re.compile(r"[^\W_]+")
_SPECIAL = re.compile(r"[-'{]")
_GAP = re.compile(r"\{\{\d+\}\}")
_SUFFIX = re.compile(r"['’].*")


class Word(NamedTuple):
    """A word as it is compared, and where the text has it."""

    text: str
    start: int
    end: int


def fold(text: str) -> str:
    """Small letters without accents."""
    folded = text.casefold()
    if folded.isascii():
        return folded
    parts = unicodedata.normalize("NFKD", folded)
    return "".join(part for part in parts if not unicodedata.combining(part))


def words_of(text: str) -> Iterator[Word]:
    """Every word; one with hyphens comes joined as well, so that e-mail is email too."""
    for found in _WORD.finditer(_GAP.sub(_blank, text)):
        whole = _SUFFIX.sub("", found[0])
        start, end = found.span()
        if "-" not in whole:
            yield _word(whole, start, end)
            continue
        yield _word(whole.replace("-", ""), start, end)
        at = start
        for part in whole.split("-"):
            yield _word(part, at, at + len(part))
            at += len(part) + 1


def plain_words(text: str) -> list[str]:
    """The words of `words_of` without their places: an index needs no more, and has many texts."""
    if text.isascii() and not _SPECIAL.search(text):
        return [word[:LONGEST] for word in _PLAIN.findall(text.lower())]
    return [word.text for word in words_of(text) if word.text]


def _blank(gap: re.Match[str]) -> str:
    # The number of a gap is no word of the card; the places of the others must stay.
    return " " * len(gap[0])


def _word(text: str, start: int, end: int) -> Word:
    # Normalising can bring signs back (½ becomes 1⁄2), which no index takes for a word.
    folded = "".join(part for part in fold(text) if part.isalnum())
    return Word(folded[:LONGEST], start, end)
