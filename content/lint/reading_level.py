"""How hard a text reads: only of texts long enough for the measure to mean something."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from content.card import Face, Language
from content.lint.finding import Context, Finding
from content.lint.wording import sentences, words

LEAST_WORDS: Final = 40
HARD: Final = 30
"""Under 30 a text reads like a scientific article (Flesch's own table)."""


@dataclass(frozen=True)
class _Measure:
    """206.84 or so, less `sentence` per word in a sentence and `syllable` per syllable a word."""

    base: float
    sentence: float
    syllable: float
    vowels: re.Pattern[str]


_MEASURES: Final[Mapping[Language, _Measure]] = {
    "nl": _Measure(206.84, 0.93, 77.0, re.compile(r"[aeiouyàâäéèêëïíîôöóûüú]+")),
    "en": _Measure(206.835, 1.015, 84.6, re.compile(r"[aeiouy]+")),
}
_SILENT: Final = re.compile(r"(?:[^laeiouy]e|[^aeiouytd]ed|[^aeiouyscgzx]es)$")
_APART: Final = re.compile(r"(?<=[a-z])(?=[ëïöüä])")


def reading_level(face: Face, _: Context) -> Iterator[Finding]:
    """A prompt with its explanation that asks for an academic reader."""
    text = f"{face.prompt}\n{face.explanation}"
    said = words(text)
    if len(said) >= LEAST_WORDS and (ease := reading_ease(text, face.language)) < HARD:
        field = "explanation" if len(face.explanation) > len(face.prompt) else "prompt"
        yield Finding("hard-to-read", "hint", field, {"ease": max(0, round(ease))})


def reading_ease(text: str, language: Language) -> float:
    """From 100, very easy, down to 0 and under; for a text without words 100.

    English: R. Flesch, "A new readability yardstick", Journal of Applied Psychology 32 (1948),
    221-233. Dutch: W.H. Douma, De leesbaarheid van landbouwbladen (Wageningen, 1960). Syllables
    are groups of vowels, which both formulas were made to bear; names, numbers and codes count one.
    """
    said, measure = words(text), _MEASURES[language]
    if not said:
        return 100.0
    a_sentence = len(said) / max(1, len(sentences(text)))
    a_word = sum(_syllables(word, language) for word in said) / len(said)
    return measure.base - measure.sentence * a_sentence - measure.syllable * a_word


@lru_cache(maxsize=8192)
def _syllables(word: str, language: Language) -> int:
    if language == "nl":
        word = _APART.sub("'", word)
    count = len(_MEASURES[language].vowels.findall(word))
    if language == "en" and count > 1 and _SILENT.search(word):
        count -= 1
    return max(1, count)
