"""From one Moodle question to a face, one function per question type."""

import math
from collections.abc import Callable, Mapping
from typing import Final
from xml.etree.ElementTree import Element

from content.card import Cloze, Face, Language, Order, TrueFalse, Typed
from content.exchange.answers import (
    Answer,
    Shared,
    accepted_of,
    choices_of,
    explained,
    match_of,
)
from content.exchange.moodle.embedded import embedded, missing_words
from content.exchange.moodle.texts import Texts
from content.exchange.quantities import exact, written
from content.exchange.questions import NoCard, Questions, Unfit
from content.exchange.xml_tree import words

_SINGLE: Final = ("true", "1")


class Question:
    """One question and what is shared by all ways to read it."""

    def __init__(self, element: Element, language: Language, questions: Questions) -> None:
        self.element = element
        self.texts = Texts(element)
        self.language = language
        self.questions = questions

    def face(self) -> Face:
        """Raises `NoCard` for a type that no card can be, and `Unfit` or `NotANumber`."""
        kind = self.element.get("type", "?")
        if kind not in _MAKERS:
            raise NoCard(kind)
        return _MAKERS[kind](self)

    def choice(self) -> Face:
        answers = self._answers()
        several = words(self.element.find("single")).strip() not in _SINGLE
        return choices_of(answers, self._shared(answers), several=several)

    def true_false(self) -> Face:
        answers = self._answers()
        right = next((one.text.lower() for one in answers if one.right), "")
        if right not in ("true", "false"):
            raise Unfit("none-right")
        said = [Answer("", one.share, one.feedback) for one in answers]
        return TrueFalse(correct=right == "true", **self._shared(said))

    def short(self) -> Face:
        answers = self._answers()
        return Typed(accepted=accepted_of(answers), **self._shared(answers))

    def numerical(self) -> Face:
        pairs = list(zip(self._answers(), self.element.findall("answer"), strict=True))
        values = [
            exact(f"{one.text}:{words(element.find('tolerance'))}")
            for one, element in pairs
            if one.right
        ]
        accepted = [written(value, self.language) for value in values if value is not None]
        if len(accepted) < len(values):
            raise NoCard("numerical with a range")
        answers = [one for one, _ in pairs]
        return Typed(accepted=tuple(dict.fromkeys(accepted)), **self._shared(answers))

    def match(self) -> Face:
        pairs = [
            (self.texts.of(one), self.texts.of(one.find("answer")))
            for one in self.element.findall("subquestion")
        ]
        return match_of(pairs, self._shared([]), self.questions)

    def order(self) -> Face:
        """The share of an answer is its place in the right order."""
        answers = sorted(self._answers(), key=lambda one: one.share)
        return Order(items=tuple(one.text for one in answers), **self._shared([]))

    def cloze(self) -> Face:
        shared = self._shared([])
        prompt, gaps, answers, chosen = embedded(shared["prompt"], self.language)
        if chosen:
            self.questions.note("choices-left-out", {})
        shared["prompt"] = prompt
        shared["explanation"] = explained(shared["explanation"], answers)
        return Cloze(gaps=gaps, **shared)

    def missing_words(self) -> Face:
        options = [*self.element.findall("selectoption"), *self.element.findall("dragbox")]
        shared = self._shared([])
        listed = [self.texts.of(one) for one in options]
        shared["prompt"], gaps = missing_words(shared["prompt"], listed)
        self.questions.note("choices-left-out", {})
        return Cloze(gaps=gaps, **shared)

    def _shared(self, answers: list[Answer]) -> Shared:
        general = self.texts.named("generalfeedback")
        return {
            "language": self.language,
            "prompt": self.texts.named("questiontext"),
            "explanation": explained(general, answers),
        }

    def _answers(self) -> list[Answer]:
        return [
            Answer(
                self.texts.of(one),
                _share(one.get("fraction", "0")),
                self.texts.of(one.find("feedback")),
            )
            for one in self.element.findall("answer")
        ]


def _share(fraction: str) -> float:
    try:
        share = float(fraction.strip() or "0")
    except ValueError:
        share = math.nan
    if not math.isfinite(share):
        raise Unfit("question-share", {"text": fraction[:40]})
    return share


_MAKERS: Final[Mapping[str, Callable[[Question], Face]]] = {
    "multichoice": Question.choice,
    "truefalse": Question.true_false,
    "shortanswer": Question.short,
    "numerical": Question.numerical,
    "matching": Question.match,
    "ddmatch": Question.match,
    "ordering": Question.order,
    "cloze": Question.cloze,
    "gapselect": Question.missing_words,
    "ddwtos": Question.missing_words,
}

TYPES: Final = frozenset(_MAKERS)
"""The question types that a card can be."""
