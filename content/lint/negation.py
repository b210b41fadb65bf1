"""Negations: easily read over, and twice in one question they test reading, not knowing."""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from content.card import Choice, Face, Language, MultipleChoice, TrueFalse
from content.lint.finding import Context, Finding
from content.lint.wording import sentences, unquoted

_NOT: Final[Mapping[Language, re.Pattern[str]]] = {
    "nl": re.compile(r"\b(?:niet|geen|nooit|niemand|niets|behalve|zonder)\b", re.IGNORECASE),
    "en": re.compile(
        r"\b(?:not|never|none|nobody|nothing|except|without|cannot|\w+n['’]t)\b", re.IGNORECASE
    ),
}
_STRONG: Final[Mapping[Language, re.Pattern[str]]] = {
    "nl": re.compile(r"(?<!en )(?<!maar )(?<!of )\b(?:niet|geen|behalve)\b", re.IGNORECASE),
    "en": re.compile(
        r"(?<!and )(?<!but )(?<!or )\b(?:not|except|isn['’]t|aren['’]t|cannot)\b", re.IGNORECASE
    ),
}
_WHICH: Final[Mapping[Language, re.Pattern[str]]] = {
    "nl": re.compile(r"^(?:welke?|wat|wie)\b", re.IGNORECASE),
    "en": re.compile(r"^(?:which|what|who)\b", re.IGNORECASE),
}
_TWO = 2


def negation(face: Face, _: Context) -> Iterator[Finding]:
    """Two negations in what is asked, a question for what is not, a denied statement."""
    if isinstance(face, Choice | MultipleChoice):
        yield from _in_question(face)
    elif isinstance(face, TrueFalse):
        yield from _in_statement(face)


def _in_question(face: Choice | MultipleChoice) -> Iterator[Finding]:
    question = _last(face.prompt)
    if not _WHICH[face.language].match(question):
        return
    found = _STRONG[face.language].search(question)
    if found is None:
        return
    denied = [choice for choice in face.choices if _NOT[face.language].search(choice)]
    if denied:
        yield Finding("double-negation", "warning", "prompt", {"text": found[0]})
    elif not found[0].isupper():
        yield Finding("negation-unstressed", "hint", "prompt", {"text": found[0]})


def _in_statement(face: TrueFalse) -> Iterator[Finding]:
    for sentence in sentences(unquoted(face.prompt)):
        found = _NOT[face.language].findall(sentence)
        if len(found) >= _TWO:
            yield Finding("double-negation", "warning", "prompt", {"text": found[0]})
            return
    found = _STRONG[face.language].findall(_last(face.prompt))
    if found and not face.correct:
        yield Finding("denied-statement", "hint", "prompt", {"text": found[0]})


def _last(prompt: str) -> str:
    return next(reversed(sentences(unquoted(prompt))), "")
