"""What all kinds share: one wording of a card, its flaws, and the grade of an answer."""

from __future__ import annotations

import dataclasses
from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar, cast

from content import limits
from content.language import LANGUAGES, Language
from content.media import Media, media_flaws

Expected = str | bool | int | list[int] | list[str]
"""The right answer, in the shape in which an answer of that kind is sent."""


@dataclass(frozen=True)
class Flaw:
    """Why a face cannot be used. `code` is kebab-case, `field` a field of the face."""

    code: str
    field: str
    values: Mapping[str, str | int] = dataclasses.field(default_factory=dict)


@dataclass(frozen=True)
class Grade:
    """What an answer is worth: `score` 0 to 1, and `correct` only when it is 1.

    `slip` says that a typing error was forgiven, so that the learner can be shown the spelling.
    """

    score: float
    expected: Expected
    slip: bool = False

    @property
    def correct(self) -> bool:
        return self.score == 1


class Ungradable(ValueError):
    """The answer has not the shape that this kind of card asks for."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class NotAFace(ValueError):
    """The JSON is no face: `field` is missing, of the wrong type or unknown."""

    def __init__(self, field: str) -> None:
        super().__init__(f"no usable {field}")
        self.field = field


@dataclass(frozen=True, kw_only=True)
class Face(ABC):
    """One wording of a card: the card itself or a variant of it. All text is plain text."""

    kind: ClassVar[str]

    language: Language
    prompt: str
    explanation: str = ""
    source: str = ""
    media: tuple[Media, ...] = ()

    @abstractmethod
    def own_flaws(self) -> Iterator[Flaw]:
        """What is wrong with the fields that only this kind has."""

    @abstractmethod
    def grade(self, answer: object) -> Grade:
        """The worth of an answer; raises `Ungradable` when it has the wrong shape."""

    def flaws(self) -> Iterator[Flaw]:
        """Everything that makes this face unfit for use; nothing when it is fit."""
        if self.language not in LANGUAGES:
            yield Flaw("unknown-language", "language", {"text": str(self.language)})
        yield from text_flaws("prompt", self.prompt, limits.PROMPT)
        yield from too_long("explanation", self.explanation, limits.EXPLANATION)
        yield from too_long("source", self.source, limits.SOURCE)
        for code, values in media_flaws(self.media):
            yield Flaw(code, "media", values)
        yield from self.own_flaws()


def too_long(name: str, text: str, most: int) -> Iterator[Flaw]:
    if len(text) > most:
        yield Flaw("too-long", name, {"length": len(text), "most": most})


def text_flaws(name: str, text: str, most: int) -> Iterator[Flaw]:
    """A text that has to be there, and within its limit."""
    if not text.strip():
        yield Flaw("missing", name)
    yield from too_long(name, text, most)


def list_flaws(name: str, texts: Iterable[str], least: int, most: int) -> Iterator[Flaw]:
    """A list of `least` to `most` filled texts, each within the limit of a choice."""
    texts = tuple(texts)
    if len(texts) < least:
        yield Flaw("too-few", name, {"count": len(texts), "least": least})
    if len(texts) > most:
        yield Flaw("too-many", name, {"count": len(texts), "most": most})
    if not all(text.strip() for text in texts):
        yield Flaw("empty-item", name)
    for text in texts:
        yield from too_long(name, text, limits.CHOICE)


def picked(answer: object, texts: tuple[str, ...]) -> int:
    """The index that an answer points at: an index itself, or exactly one of the texts."""
    if isinstance(answer, int) and not isinstance(answer, bool) and 0 <= answer < len(texts):
        return answer
    if isinstance(answer, str) and answer in texts:
        return texts.index(answer)
    raise Ungradable("not-one-of-the-choices")


def listed(answer: object) -> list[object]:
    if not isinstance(answer, list | tuple):
        raise Ungradable("not-a-list")
    return list(cast("list[object]", answer))
