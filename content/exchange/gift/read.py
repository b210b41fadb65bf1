"""Reads GIFT: every question a draft, or by name why not.

A scanner of our own and not a grammar: the format has no nesting to speak of, and a grammar that
fails on one question of a file gives up on all the others.
"""

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Final

from content.card import Cloze, Face, Language, Match, TrueFalse, Typed
from content.exchange.gift.answers import Body, Unclear, body, pieces
from content.exchange.gift.blocks import Block, blocks, hidden, shown
from content.exchange.html_text import has_html, plain
from content.exchange.quantities import NotANumber, exact, written
from content.exchange.questions import (
    LONGEST_TEXT,
    Answer,
    Questions,
    Shared,
    choices_of,
    explained,
)
from content.exchange.reading import Problem, Reading
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
_WILD: Final = "*"


def is_gift(text: str) -> bool:
    """Whether the answers, titles or categories in it are written as GIFT has them."""
    text = hidden(text)
    return bool(_SURE.search(text)) or ("\t" not in text and bool(_LIKELY.search(text)))


def read(text: str, language: Language) -> Reading:
    """The questions as drafts, counted by the line on which each starts."""
    questions = Questions("line")
    for block in blocks(text):
        _Question(block, language, questions).read()
    return questions.reading()


class _Question:
    """One block on its way to a face."""

    def __init__(self, block: Block, language: Language, questions: Questions) -> None:
        title = _TITLE.match(block.text)
        self.text = block.text[title.end() :] if title else block.text
        self.title = clean(shown(title[1])) if title else ""
        self.block = block
        self.language = language
        self.questions = questions
        self.format = "moodle"
        self.pictures: list[str] = []

    def read(self) -> None:
        if len(self.text) > LONGEST_TEXT:
            self._problem("question-too-long", most=LONGEST_TEXT)
            return
        before, opened, rest = self.text.partition("{")
        answers, closed, after = rest.partition("}")
        if not opened and "}" not in before:
            self._skip("description")
        elif not closed or "{" in answers or "{" in after or "}" in after or "}" in before:
            self._problem("gift-braces")
        else:
            self._read(before, body(answers), after)

    def _read(self, before: str, said: Body, after: str) -> None:
        if kind := _FORMAT.match(before):
            self.format, before = kind[1], before[kind.end() :]
        if not after.strip(" .\n") and _ENDED.search(before):
            after = ""
        stem = self._plain(before + _GAP + after if after.strip() else before)
        if said.kind == "essay":
            self._skip("essay")
            return
        try:
            face = _MAKERS[said.kind](self, stem, said)
        except Unclear:
            self._problem("gift-answers")
        except NotANumber:
            self._problem("question-number")
        else:
            if face:
                self._take(face)

    def _take(self, face: Face) -> None:
        block = self.block
        key = clean(block.ident) or self.title
        self.questions.take(block.line, face, key=key, topic=block.topic, tags=block.tags)
        for name in dict.fromkeys(self.pictures):
            note = Problem("picture-left-out", block.line, values={"name": name})
            self.questions.notes.append(note)

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

    def short(self, stem: str, said: Body) -> Face | None:
        """Typed, or with text behind the answers a gap in that text."""
        answers = pieces(said.text, self._plain)
        shared = self._shared(stem, said, answers)
        right = tuple(dict.fromkeys(one.text for one in answers if one.right))
        accepted = tuple(text for text in right if _WILD not in text)
        if right and not accepted:
            self._skip("short answer with *")
            return None
        if _GAP in stem:
            shared["prompt"] = stem.replace(_GAP, "{{1}}")
            return Cloze(gaps=(accepted,), **shared)
        return Typed(accepted=accepted, **shared)

    def match(self, stem: str, said: Body) -> Face:
        """Pairs; an answer that belongs to nothing is only there to mislead, and is left out."""
        pairs: list[tuple[str, str]] = []
        for one in pieces(said.text, str):
            left, arrow, right = one.text.partition("->")
            if not arrow:
                raise Unclear
            pairs.append((self._plain(left), self._plain(right)))
        for _, right in (pair for pair in pairs if not pair[0]):
            note = Problem("stray-match-left-out", self.block.line, values={"text": right[:80]})
            self.questions.notes.append(note)
        kept = [pair for pair in pairs if pair[0]]
        return Match(
            left=tuple(left for left, _ in kept),
            right=tuple(right for _, right in kept),
            **self._shared(stem, said, []),
        )

    def numerical(self, stem: str, said: Body) -> Face | None:
        answers = pieces(said.text[1:].strip(), self._plain)
        values = [exact(one.text) for one in answers if one.right]
        accepted = [written(value, self.language) for value in values if value is not None]
        if len(accepted) < len(values):
            self._skip("numerical with a range")
            return None
        shared = self._shared(stem, said, [replace(one, text="") for one in answers])
        return Typed(accepted=tuple(dict.fromkeys(accepted)), **shared)

    def _skip(self, kind: str) -> None:
        name = self.title or self._plain(self.text.partition("{")[0])
        self.questions.skip(self.block.line, kind, name)

    def _problem(self, code: str, **values: int) -> None:
        self.questions.problems.append(Problem(code, self.block.line, values=values))


_MAKERS: Final[dict[str, Callable[[_Question, str, Body], Face | None]]] = {
    "choice": _Question.choice,
    "true_false": _Question.true_false,
    "short": _Question.short,
    "match": _Question.match,
    "numerical": _Question.numerical,
}
