"""Kahoot's spreadsheet: a title and instructions, and then a question with answers on each row."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from content.card import Choice, Language, MultipleChoice
from content.exchange.questions import Questions, Unfit
from content.exchange.reading import Reading
from content.exchange.rows import Row
from content.likeness import fold
from content.sanitise import clean

HEAD: Final = 20
"""Rows within which the header is looked for; in Kahoot's own template it is row 8."""

_QUESTION: Final = re.compile(r"(question|vraag)\b")
_ANSWER: Final = re.compile(r"(?:answer|antwoord) ([1-9])\b")
_TIME: Final = re.compile(r"(time|tijd)")
_RIGHT: Final = re.compile(r"(?:correct|right|juist|goed)e?\b")
_BETWEEN: Final = re.compile(r"[\s,;./&+]+")


@dataclass(frozen=True)
class Layout:
    """In which row the header stands, and in which column what. The time limit is left alone."""

    row: int
    question: int
    answers: tuple[int, ...]
    right: int


def layout_of(head: Iterable[Row]) -> Layout | None:
    """Where a Kahoot's questions are, None when the first rows are those of another table."""
    for row in head:
        names = [fold(cell) for cell in row.cells]
        question, time, right = (_first(names, one) for one in (_QUESTION, _TIME, _RIGHT))
        answers = tuple(index for index, name in enumerate(names) if _ANSWER.match(name))
        if None not in (question, time, right) and len(answers) > 1:
            return Layout(row.number, question or 0, answers, right or 0)
    return None


def read(rows: Iterable[Row], layout: Layout, language: Language) -> Reading:
    """Every question below the header as a choice; several right ones make a multiple choice."""
    questions = Questions("row")
    for row in rows:
        cells = [clean(cell) for cell in row.cells]
        prompt, *texts = (_at(cells, index) for index in (layout.question, *layout.answers))
        if row.number <= layout.row or not any([prompt, *texts]):
            continue  # the template numbers its empty rows
        questions.at(row.number, prompt)
        filled = [index for index, text in enumerate(texts) if text]
        try:
            right = _right(_at(cells, layout.right), filled)
        except Unfit as unfit:
            questions.problem(unfit.code, unfit.values)
            continue
        choices = tuple(texts[index] for index in filled)
        kind = MultipleChoice if len(right) > 1 else Choice
        questions.take(kind(language=language, prompt=prompt, choices=choices, correct=right))
    return questions.reading()


def _right(written: str, filled: Sequence[int]) -> tuple[int, ...]:
    """The right ones among the filled answers. `1,3` may have become the number 1.3."""
    numbers = [one for one in _BETWEEN.split(written) if one]
    places = {str(index + 1): place for place, index in enumerate(filled)}
    if not numbers or not set(numbers) <= set(places):
        raise Unfit("kahoot-right", {"text": written[:40]})
    return tuple(sorted({places[one] for one in numbers}))


def _first(names: Sequence[str], wanted: re.Pattern[str]) -> int | None:
    return next((index for index, name in enumerate(names) if wanted.match(name)), None)


def _at(cells: Sequence[str], index: int) -> str:
    return cells[index] if index < len(cells) else ""
