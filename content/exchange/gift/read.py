"""Reads GIFT: every question a draft, or by name why not.

A scanner of our own and not a grammar: the format has no nesting to speak of, and a grammar that
fails on one question of a file gives up on all the others.
"""

import re
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Final

from content.card import Cloze, Face, Language, TrueFalse, Typed
from content.exchange.answers import (
    Answer,
    Shared,
    accepted_of,
    choices_of,
    explained,
    match_of,
)
from content.exchange.gift.answers import Body, body, pieces
from content.exchange.gift.blocks import Block, blocks, hidden, shown
from content.exchange.html_text import has_html, plain
from content.exchange.quantities import exact, written
from content.exchange.questions import LONGEST_TEXT, NoCard, Questions, Unfit
from content.exchange.reading import Reading
from content.sanitise import clean

_SURE: Final = re.compile(
    r"^[ \t]*(?:\$CATEGORY:|::[^\n]+?::)|(?<!\{)\{\s*[=~#](?!\})", re.MULTILINE
)
_LIKELY: Final = re.compile(r"(?<!\{)\{\s*(?:T|F|(?i:true|false))?\s*(?:#[^{}]*)?\}(?!\})")
_TITLE: Final = re.compile(r"\s*::(.*?)::", re.DOTALL)
_FORMAT: Final = re.compile(r"\s*\[(html|moodle|plain|markdown)\]")
_ENDED: Final = re.compile(r"[.?!:]\s*\Z")
_GAP: Final = "\ue000"
_BLANK: Final = "_____"


def is_gift(text: str) -> bool:
    """Whether the answers, titles or categories in it are written as GIFT has them."""
    text = hidden(text)
    return bool(_SURE.search(text)) or ("\t" not in text and bool(_LIKELY.search(text)))


def read(text: str, language: Language) -> Reading:
    """The questions as drafts, counted by the line on which each starts."""
    questions = Questions("line")
    for block in blocks(text):
        title = _TITLE.match(block.text)
        name = clean(shown(title[1])) if title else ""
        stem = block.text[title.end() :] if title else block.text
        questions.at(block.line, name or shown(stem[:200]))
        question = _Question(block, language, questions)
        if face := questions.asked(partial(question.face, stem)):
            key = clean(block.ident) or name
            questions.take(face, key=key, topic=block.topic, tags=block.tags)
            questions.pictures(question.pictures)
    return questions.reading()


class _Question:
    """One block on its way to a face."""

    def __init__(self, block: Block, language: Language, questions: Questions) -> None:
        self.block = block
        self.language = language
        self.questions = questions
        self.format = "moodle"
        self.pictures: list[str] = []

    def face(self, text: str) -> Face:
        """What the text behind the title asks; raises `NoCard`, `Unfit` or `NotANumber`."""
        if len(text) > LONGEST_TEXT:
            raise Unfit("question-too-long", {"most": LONGEST_TEXT})
        before, opened, rest = text.partition("{")
        answers, closed, after = rest.partition("}")
        if not opened and "}" not in before:
            raise NoCard("description")
        if not closed or "{" in answers + after or "}" in before + after:
            raise Unfit("gift-braces")
        if kind := _FORMAT.match(before):
            self.format, before = kind[1], before[kind.end() :]
        if not after.strip(" .\n") and _ENDED.search(before):
            after = ""
        said = body(answers)
        if said.kind == "essay":
            raise NoCard("essay")
        stem = self._plain(before + _GAP + after if after.strip() else before)
        return _MAKERS[said.kind](self, stem, said)

    def _plain(self, raw: str) -> str:
        """A text as people see it, by the format that stands before it or else the question's."""
        named = _FORMAT.match(raw)
        style, raw = (named[1], raw[named.end() :]) if named else (self.format, raw)
        text = shown(raw)
        if style == "html" or (style == "moodle" and has_html(text)):
            seen = plain(text)
            self.pictures += seen.pictures
            return seen.text
        if style == "moodle":
            text = shown(" ".join(raw.split()))
        return clean(text)

    def _shared(self, stem: str, said: Body, answers: list[Answer]) -> Shared:
        return {
            "language": self.language,
            "prompt": stem.replace(_GAP, _BLANK),
            "explanation": explained(self._plain(said.general), answers),
        }

    def choice(self, stem: str, said: Body) -> Face:
        answers = pieces(said.text, self._plain)
        shared = self._shared(stem, said, answers)
        return choices_of(answers, shared, several="=" not in said.text)

    def true_false(self, stem: str, said: Body) -> Face:
        truth, feedback = said.truth()
        answers = [Answer("", 0, self._plain(one)) for one in feedback]
        return TrueFalse(correct=truth, **self._shared(stem, said, answers))

    def short(self, stem: str, said: Body) -> Face:
        """Typed, or with text behind the answers a gap in that text."""
        answers = pieces(said.text, self._plain)
        shared = self._shared(stem, said, answers)
        accepted = accepted_of(answers)
        if _GAP in stem:
            shared["prompt"] = stem.replace(_GAP, "{{1}}")
            return Cloze(gaps=(accepted,), **shared)
        return Typed(accepted=accepted, **shared)

    def match(self, stem: str, said: Body) -> Face:
        pairs: list[tuple[str, str]] = []
        for one in pieces(said.text, str):
            left, arrow, right = one.text.partition("->")
            if not arrow:
                raise Unfit("gift-answers")
            pairs.append((self._plain(left), self._plain(right)))
        return match_of(pairs, self._shared(stem, said, []), self.questions)

    def numerical(self, stem: str, said: Body) -> Face:
        answers = pieces(said.text[1:].strip(), self._plain)
        values = [exact(one.text) for one in answers if one.right]
        accepted = [written(value, self.language) for value in values if value is not None]
        if len(accepted) < len(values):
            raise NoCard("numerical with a range")
        shared = self._shared(stem, said, [replace(one, text="") for one in answers])
        return Typed(accepted=tuple(dict.fromkeys(accepted)), **shared)


_MAKERS: Final[dict[str, Callable[[_Question, str, Body], Face]]] = {
    "choice": _Question.choice,
    "true_false": _Question.true_false,
    "short": _Question.short,
    "match": _Question.match,
    "numerical": _Question.numerical,
}
