"""Whether typed text says what is expected. The rules are told in `content.grade`."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from rapidfuzz.distance import OSA

from content.language import Language
from content.numerals import NUMBER, answered_readings, expected_reading, without_date_zeros
from content.units import same_unit

_NUMERAL = "0"
"""Stands for any number once the numbers are taken out of a text."""

_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
_QUOTES = re.compile('[\u2018-\u201f\u2039\u203a\u00ab\u00bb\u2032\u2033\u00b4`"]')
_DASHES = re.compile("[\u2010-\u2015\u2212]")
_PUNCTUATION = re.compile(r"[.,;:!?'()\[\]]")
_QUANTITY = re.compile(rf"([€$£]?) ?{_NUMERAL} ?([^\W\d_]*|[%€])")


@dataclass(frozen=True)
class Likeness:
    right: bool
    slip: bool = False


@dataclass(frozen=True)
class _Said:
    """A text taken apart: what it says without numbers, and its numbers in order."""

    skeleton: str
    numerals: tuple[str, ...]

    @property
    def unit(self) -> str | None:
        """The unit, perhaps empty, when the text is one number with its unit; else None."""
        quantity = _QUANTITY.fullmatch(self.skeleton)
        return quantity and (quantity[1] or quantity[2])

    @property
    def words(self) -> list[str]:
        return _PUNCTUATION.sub("", self.skeleton).split() or [self.skeleton]


def likeness(given: str, accepted: Iterable[str], language: Language) -> Likeness:
    """The best that any accepted text makes of what was given; right as it stands comes first."""
    said = _taken_apart(given)
    if not said.skeleton:
        return Likeness(right=False)
    found = [_against(said, _taken_apart(text), language) for text in accepted]
    right = [like for like in found if like.right]
    return min(right, key=lambda like: like.slip, default=Likeness(right=False))


def fold(text: str) -> str:
    """One spelling for what counts as equal: case, accents, quotes, dashes and spaces."""
    text = _INVISIBLE.sub("", unicodedata.normalize("NFKC", text))
    text = _DASHES.sub("-", _QUOTES.sub("'", text)).lower().replace("ß", "ss")
    letters = unicodedata.normalize("NFD", text)
    bare = "".join(one for one in letters if unicodedata.category(one) != "Mn")
    return " ".join(bare.split())


def _taken_apart(text: str) -> _Said:
    folded = without_date_zeros(fold(text))
    return _Said(NUMBER.sub(_NUMERAL, folded), tuple(NUMBER.findall(folded)))


def _against(given: _Said, expected: _Said, language: Language) -> Likeness:
    if len(given.numerals) != len(expected.numerals):
        return Likeness(right=False)
    for answered, meant in zip(given.numerals, expected.numerals, strict=True):
        if expected_reading(meant, language) not in answered_readings(answered):
            return Likeness(right=False)
    units = given.unit, expected.unit
    if units[0] is not None and units[1] is not None and same_unit(units[0], units[1]):
        return Likeness(right=True)
    return _words_alike(given.words, expected.words)


def _words_alike(given: list[str], expected: list[str]) -> Likeness:
    if given == expected:
        return Likeness(right=True)
    if _joined(given) == _joined(expected):
        return Likeness(right=True, slip=True)
    if len(given) != len(expected):
        return Likeness(right=False)
    slips = [_slips(one, other) for one, other in zip(given, expected, strict=True)]
    if None in slips or sum(count or 0 for count in slips) > 2:  # noqa: PLR2004 - the rule's two
        return Likeness(right=False)
    return Likeness(right=True, slip=True)


def _joined(words: list[str]) -> str:
    return "".join(words).replace("-", "")


def _slips(given: str, expected: str) -> int | None:
    """How many slips turn one word into the other; None when that is beyond forgiving."""
    if given == expected:
        return 0
    if _NUMERAL in expected or given[:1] != expected[:1]:
        return None
    allowed = 0 if len(expected) <= 4 else 1 if len(expected) <= 8 else 2  # noqa: PLR2004 - the rule
    slips = OSA.distance(given, expected, score_cutoff=allowed)
    return slips if slips <= allowed else None
