"""Cards as an author writes them, sound in all but what a test is about."""

from __future__ import annotations

from typing import Any

from content.card import Choice, Cloze, Face, Language, MultipleChoice, Recall, TrueFalse, Typed
from content.lint.finding import ALONE, Context
from content.lint.rules import findings


def _shared(prompt: str, language: Language) -> dict[str, Any]:
    return {"prompt": prompt, "language": language, "explanation": "Daarom.", "source": "Gids, 3"}


def recall(prompt: str, answer: str = "De helpdesk", language: Language = "nl") -> Face:
    return Recall(**_shared(prompt, language), answer=answer)


def choice(prompt: str, *choices: str, language: Language = "nl") -> Face:
    """The right choices have a star."""
    correct = tuple(at for at, text in enumerate(choices) if text.startswith("*"))
    kind = Choice if len(correct) == 1 else MultipleChoice
    texts = tuple(text.removeprefix("*") for text in choices)
    return kind(**_shared(prompt, language), choices=texts, correct=correct)


def statement(prompt: str, correct: bool, language: Language = "nl") -> Face:
    return TrueFalse(**_shared(prompt, language), correct=correct)


def typed(prompt: str, *accepted: str, language: Language = "nl") -> Face:
    return Typed(**_shared(prompt, language), accepted=accepted)


def cloze(prompt: str, *gaps: tuple[str, ...], language: Language = "nl") -> Face:
    return Cloze(**_shared(prompt, language), gaps=gaps)


def codes(face: Face, context: Context = ALONE) -> list[str]:
    """What is found in it."""
    return [one.code for one in findings(face, context)]
