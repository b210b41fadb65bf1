"""What of a card can be searched, as stems, parted by how much a hit there means."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from typing import Any, cast

from content.language import Language
from content.search.stems import stem
from content.search.words import plain_words


@dataclass(frozen=True, slots=True)
class Texts:
    """The stems of a card in one language, parted by spaces."""

    prompt: str
    answer: str
    explanation: str
    rest: str


@dataclass(slots=True)
class Indexed:
    """What one language of a card can be found by, and all its words with and without endings.

    A typing error is as likely in an ending, where the stem is of no help.
    """

    texts: Texts
    words: set[str]


def indexed(
    faces: Iterable[Mapping[str, Any]], topic: str, tags: Iterable[str]
) -> dict[Language, Indexed]:
    """What each language of a card says; `faces` in the form of `content.card.to_json`."""
    spoken: dict[Language, list[Mapping[str, Any]]] = {}
    for face in faces:
        spoken.setdefault(face["language"], []).append(face)
    labels = [topic, *tags]
    return {language: _indexed(same, labels, language) for language, same in spoken.items()}


def answers_of(face: Mapping[str, Any]) -> Iterator[str]:
    """The texts of a face that are right answers."""
    yield face.get("answer", "")
    choices = face.get("choices", ())
    if choices:
        yield from (choices[index] for index in face["correct"])
    for member in ("accepted", "items", "left", "right"):
        yield from face.get(member, ())
    yield from chain.from_iterable(face.get("gaps", ()))


def _indexed(faces: list[Mapping[str, Any]], labels: list[str], language: Language) -> Indexed:
    words: set[str] = set()

    def stems(texts: Iterable[str]) -> str:
        found = [word for text in texts if text for word in plain_words(text)]
        stemmed = [stem(word, language) for word in found]
        words.update(found, stemmed)
        return " ".join(stemmed)

    rest = chain(labels, chain.from_iterable(_rest_of(face) for face in faces))
    texts = Texts(
        prompt=stems(face["prompt"] for face in faces),
        answer=stems(chain.from_iterable(answers_of(face) for face in faces)),
        explanation=stems(face["explanation"] for face in faces),
        rest=stems(rest),
    )
    return Indexed(texts, words)


def _rest_of(face: Mapping[str, Any]) -> Iterator[str]:
    yield face["source"]
    yield from (cast("str", one["alt"]) for one in face.get("media", ()))
    yield from face.get("choices", ())
