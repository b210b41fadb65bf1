"""Aiken: a question, lettered choices below it, and `ANSWER: B`."""

import re
from dataclasses import dataclass, field
from typing import Final

from content.card import Choice, Language, MultipleChoice
from content.exchange.questions import Questions
from content.exchange.reading import Reading
from content.sanitise import clean

_CHOICE: Final = re.compile(r"\s*([A-Z])[.)]\s+(.*)")
_ANSWER: Final = re.compile(
    r"\s*(?:ANSWER|ANTWOORD)\s*:\s*([A-Z](?:\s*[,;]\s*[A-Z])*)\s*\Z", re.IGNORECASE
)
_FIRST: Final = re.compile(r"^[ \t]*A[.)][ \t]", re.MULTILINE)
_LAST: Final = re.compile(
    r"^[ \t]*(?:ANSWER|ANTWOORD)[ \t]*:[ \t]*[A-Z][ \t]*(?:[,;]|$)", re.MULTILINE | re.IGNORECASE
)


@dataclass
class _Question:
    """What has been read of a question: the lines above its choices, and those by letter."""

    line: int = 0
    prompt: list[str] = field(default_factory=list)
    choices: dict[str, list[str]] = field(default_factory=dict)
    ended: bool = False
    """Whether a blank line came after the choices: what follows is another question."""


def is_aiken(text: str) -> bool:
    return bool(_FIRST.search(text) and _LAST.search(text))


def read(text: str, language: Language) -> Reading:
    """The questions as choices, counted by the line on which each starts."""
    questions = Questions("line")
    question = _Question()
    for number, line in enumerate([*text.splitlines(), ""], start=1):
        answer, choice = _ANSWER.match(line), _CHOICE.match(line)
        if answer:
            _take(question, answer[1].upper(), language, questions)
            question = _Question()
        elif not line.strip():
            question.ended = bool(question.choices)
        elif choice and question.prompt and choice[1] not in question.choices:
            question.choices[choice[1]] = [choice[2]]
            question.ended = False
        elif question.choices and not question.ended:
            letter = next(reversed(question.choices))
            question.choices[letter].append(line)
        else:
            if question.choices:
                _unanswered(question, questions)
                question = _Question()
            question.line = question.line or number
            question.prompt.append(line)
    if question.prompt or question.choices:
        _unanswered(question, questions)
    return questions.reading()


def _take(question: _Question, letters: str, language: Language, questions: Questions) -> None:
    questions.at(question.line, " ".join(question.prompt))
    named = re.findall("[A-Z]", letters)
    if not question.prompt or not set(named) <= set(question.choices):
        questions.problem("aiken-answer", {"text": letters[:40]})
        return
    right = tuple(i for i, letter in enumerate(question.choices) if letter in named)
    kind = MultipleChoice if len(right) > 1 else Choice
    prompt = clean("\n".join(question.prompt))
    choices = tuple(clean("\n".join(lines)) for lines in question.choices.values())
    questions.take(kind(language=language, prompt=prompt, choices=choices, correct=right))


def _unanswered(question: _Question, questions: Questions) -> None:
    questions.at(question.line, " ".join(question.prompt))
    questions.problem("aiken-unanswered")
