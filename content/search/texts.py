"""What of a card can be searched, as stems, parted by how much a hit there means."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from typing import Any, cast

from content.language import Language
from content.search.stems import stem
from content.search.words import words_of


@dataclass(frozen=True, slots=True)
class Texts:
    """The stems of a card in one language, parted by spaces."""

    prompt: str
    answer: str
    explanation: str
    rest: str


def texts_of(
    faces: Iterable[Mapping[str, Any]], topic: str, tags: Iterable[str]
) -> dict[Language, Texts]:
    """What each language of a card says; `faces` in the form of `content.card.to_json`."""
    spoken: dict[Language, list[Mapping[str, Any]]] = {}
    for face in faces:
        spoken.setdefault(face["language"], []).append(face)
    labels = [topic, *tags]
    return {language: _texts(same, labels, language) for language, same in spoken.items()}


def answers_of(face: Mapping[str, Any]) -> Iterator[str]:
    """The texts of a face that are right answers."""
    yield face.get("answer", "")
    choices = face.get("choices", ())
    if choices:
        yield from (choices[index] for index in face["correct"])
    for member in ("accepted", "items", "left", "right"):
        yield from face.get(member, ())
    yield from chain.from_iterable(face.get("gaps", ()))


def _texts(faces: list[Mapping[str, Any]], labels: list[str], language: Language) -> Texts:
    rest = chain(labels, chain.from_iterable(_rest_of(face) for face in faces))
    return Texts(
        prompt=_stems((face["prompt"] for face in faces), language),
        answer=_stems(chain.from_iterable(answers_of(face) for face in faces), language),
        explanation=_stems((face["explanation"] for face in faces), language),
        rest=_stems(rest, language),
    )


def _rest_of(face: Mapping[str, Any]) -> Iterator[str]:
    yield face["source"]
    yield from (cast("str", one["alt"]) for one in face.get("media", ()))
    yield from face.get("choices", ())


def _stems(texts: Iterable[str], language: Language) -> str:
    return " ".join(
        stem(word.text, language) for text in texts if text for word in words_of(text) if word.text
    )
