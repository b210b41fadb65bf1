"""One card, one idea: two questions at once cannot be half remembered, only half forgotten."""

import re
from collections.abc import Iterator

from content.card import Cloze, Face, Match, Order, Recall, TrueFalse
from content.lint.finding import Context, Finding, Severity
from content.lint.wording import ASKING, asked, prompt_without_gaps, sentences, unquoted, words

GAPS = 3
"""Most gaps that are still one idea."""
PARTS = 4
"""So many points in an answer are a list."""

_BULLET = re.compile(r"^\s*(?:[-*•–]|\d{1,2}[.)])\s+\S", re.MULTILINE)
_ASIDE = re.compile(r"\([^)]*\)")
_PARTED = re.compile(r"[,;]\s+(?:(?:en|of|and|or)\s+)?|\s(?:en|of|and|or)\s")
_LONGEST_POINT = 6
_LONGEST_SHOWN = 60
_ONE, _TWO = 1, 2
_AND = frozenset({"en", "and"})
_WHY = frozenset({"waarom", "why"})
_HOW_MANY = re.compile(
    r"\b(?:\d+|twee|drie|vier|vijf|zes|zeven|acht|two|three|four|five|six|seven|eight)\b",
    re.IGNORECASE,
)


def one_idea(face: Face, _: Context) -> Iterator[Finding]:
    """Several questions, a question with another behind it, a list as answer, many gaps."""
    if not isinstance(face, Match | Order | TrueFalse | Cloze):
        yield from _questions(face)
    if isinstance(face, Recall):
        yield from _list(face)
    if isinstance(face, Cloze) and len(face.gaps) > GAPS:
        yield Finding("many-gaps", "warning", "gaps", {"count": len(face.gaps), "most": GAPS})


def _questions(face: Face) -> Iterator[Finding]:
    found = asked(prompt_without_gaps(face), face.language)
    begun = [one for one in found if words(one)[0] in ASKING[face.language]]
    if len(begun) >= _TWO:
        yield Finding("several-questions", "warning", "prompt", {"count": len(begun)})
    elif second := next(filter(None, (_second(one, face) for one in found)), _apart(face)):
        # A reason often belongs to the answer; a second what or when does not.
        only_why = not _WHY.isdisjoint(words(second)[:_TWO])
        severity: Severity = "hint" if only_why else "warning"
        yield Finding("question-chained", severity, "prompt", {"text": second})


def _second(question: str, face: Face) -> str | None:
    """The joining words of a second question: "en waarom" in "Wat doe je, en waarom?"."""
    asking = "|".join(sorted(ASKING[face.language]))
    # Another asking word between is one that is asked about: "vraagt hoe laat en waar".
    chained = re.search(
        rf"\b(?:{asking})\b(?:(?!\b(?:{asking})\b).)*\b((?:en|and)\s+(?:{asking}))\b",
        question,
        re.IGNORECASE,
    )
    before = question[: chained.start()] if chained else ""
    return chained[1] if chained and ASKING[face.language].isdisjoint(words(before)) else None


def _apart(face: Face) -> str | None:
    """A second question in a sentence of its own: "En wanneer?" in "Wie bel je? En wanneer?"."""
    asked_before = False
    for one in sentences(unquoted(prompt_without_gaps(face))):
        asks = one.endswith("?")
        if asks and asked_before and words(one)[0] in _AND:
            return one if len(one) <= _LONGEST_SHOWN else f"{one[:_LONGEST_SHOWN]}…"
        asked_before = asks and not ASKING[face.language].isdisjoint(words(one))
    return None


def _list(face: Recall) -> Iterator[Finding]:
    """A list that was not asked for by its number: nobody knows when it is complete."""
    if _HOW_MANY.search(face.prompt):
        return
    points = len(_BULLET.findall(face.answer))
    if points < PARTS:
        first = _ASIDE.sub("", face.answer).split(". ")[0]
        parts = _PARTED.split(first)
        short = all(len(words(part)) <= _LONGEST_POINT for part in parts[_ONE:])
        points = len(parts) if short else 0
    if points >= PARTS:
        yield Finding("answer-is-list", "hint", "answer", {"count": points})
