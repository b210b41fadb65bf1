"""From answers that earn a share of the points to faces, as quizzes of all kinds have them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final, TypedDict

from content.card import Choice, Face, Language, Match, MultipleChoice
from content.exchange.questions import NoCard, Questions

FULL: Final = 100.0
"""The share of the points, in per cent, that an answer earns which is wholly right."""

_WILD: Final = "*"


@dataclass(frozen=True)
class Answer:
    """One answer of a question: `share` of the points in per cent, below 0 when it costs some."""

    text: str
    share: float
    feedback: str = ""

    @property
    def right(self) -> bool:
        return self.share >= FULL


class Shared(TypedDict):
    """What every kind of face takes."""

    language: Language
    prompt: str
    explanation: str


def choices_of(answers: Sequence[Answer], shared: Shared, *, several: bool) -> Face:
    """A choice, or where more than one answer is right a multiple choice.

    With `several` every answer that earns something is right, otherwise those that earn all.
    """
    right = [i for i, one in enumerate(answers) if (one.share > 0 if several else one.right)]
    kind = MultipleChoice if len(right) > 1 else Choice
    return kind(choices=tuple(one.text for one in answers), correct=tuple(right), **shared)


def accepted_of(answers: Iterable[Answer]) -> tuple[str, ...]:
    """What may be typed. A `*` stands for any text, which no card accepts: those are left off."""
    right = tuple(dict.fromkeys(one.text for one in answers if one.right))
    accepted = tuple(text for text in right if _WILD not in text)
    if right and not accepted:
        raise NoCard("short answer with *")
    return accepted


def match_of(pairs: Sequence[tuple[str, str]], shared: Shared, questions: Questions) -> Face:
    """Pairs; an answer that belongs to nothing is only there to mislead, and is left out."""
    for _, stray in (pair for pair in pairs if not pair[0]):
        questions.note("stray-match-left-out", {"text": stray[:80]})
    kept = [pair for pair in pairs if pair[0]]
    left, right = tuple(one for one, _ in kept), tuple(one for _, one in kept)
    return Match(left=left, right=right, **shared)


def explained(general: str, answers: Iterable[Answer]) -> str:
    """All that is said: of the question, then of right answers, then of wrong ones by name."""
    said = [one for one in answers if one.feedback]
    wrong = (f"{one.text}: {one.feedback}" if one.text else one.feedback
             for one in said if not one.right)  # fmt: skip
    lines = (general, *(one.feedback for one in said if one.right), *wrong)
    return "\n".join(dict.fromkeys(line for line in lines if line))
