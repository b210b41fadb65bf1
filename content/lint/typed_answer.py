"""What people type for the same answer, and what nobody types at all."""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from content.card import Cloze, Face, Language, Typed
from content.likeness import fold
from content.lint.finding import Context, Finding

MOST_WORDS = 5
"""More words than this nobody types as they stand."""

_DUTCH = "nul een twee drie vier vijf zes zeven acht negen tien elf twaalf"
_ENGLISH = "zero one two three four five six seven eight nine ten eleven twelve"
_IN_WORDS: Final[Mapping[Language, list[str]]] = {"nl": _DUTCH.split(), "en": _ENGLISH.split()}
_SMALL_NUMBER: Final = re.compile(r"[1-9][0-9]?")
_ARTICLE: Final = re.compile(r"^(?:de|het|the)\s+", re.IGNORECASE)


def typed_answer(face: Face, _: Context) -> Iterator[Finding]:
    """Digits without words or words without digits, an article that must be typed, long answers.

    Case, accents, small slips and units after a number are forgiven by the grading itself.
    """
    if isinstance(face, Typed):
        yield from _answer(face.accepted, "accepted", face.language)
    elif isinstance(face, Cloze):
        for accepted in face.gaps:
            yield from _answer(accepted, "gaps", face.language)


def _answer(given: tuple[str, ...], field: str, language: Language) -> Iterator[Finding]:
    accepted = [text for one in given if (text := fold(one))]
    if not accepted:
        return
    first = accepted[0]
    if other := _other_spelling(first, language):
        number = re.compile(rf"\b{re.escape(other)}\b")
        if not any(number.search(text) for text in accepted):
            yield Finding("number-one-way", "hint", field, {"text": first, "other": other})
    if (article := _ARTICLE.match(first)) and len(first) > article.end():
        bare = first[article.end() :]
        if bare not in accepted:
            yield Finding("article-typed", "hint", field, {"text": first, "other": bare})
    if min(len(text.split()) for text in accepted) > MOST_WORDS:
        yield Finding("typed-too-long", "warning", field, {"most": MOST_WORDS})


def _other_spelling(answer: str, language: Language) -> str | None:
    """ "7" for "zeven" and the other way round; None for what is no small number."""
    names = _IN_WORDS[language]
    first, *unit = answer.split()
    if first in names and len(unit) <= 1 and first != "een":
        return str(names.index(first))
    counted = not unit or unit[0].isalpha()
    if counted and _SMALL_NUMBER.fullmatch(first) and int(first) < len(names):
        return names[int(first)]
    return None
