"""A card that was found, as a list shows it: what it says, and where it says what was asked."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from content.answer_text import answer_text
from content.card import from_json
from content.language import Language
from content.search.marks import Marker, Marks

_GAP = re.compile(r"\{\{\d+\}\}")


@dataclass(frozen=True, slots=True)
class Hit:
    """The wording that answers. `marks` has the places of the hits by the name of the text."""

    language: Language
    prompt: str
    answer_text: str
    explanation: str
    source: str
    topic: str
    tags: list[str]
    media: list[Mapping[str, Any]]
    marks: dict[str, Marks]


def hit(
    faces: Sequence[Mapping[str, Any]],
    topic: str,
    tags: Iterable[str],
    marker: Marker,
    language: str | None = None,
) -> Hit:
    """The card in the wording of that language that says most of what was asked."""
    spoken = [face for face in faces if face["language"] == language] or list(faces)
    shown = [_shown(face, topic, list(tags), marker) for face in spoken]
    return max(shown, key=_told)


def _shown(data: Mapping[str, Any], topic: str, tags: list[str], marker: Marker) -> Hit:
    face = from_json(data)
    texts = {
        "prompt": _GAP.sub("____", face.prompt),
        "answer_text": answer_text(face),
        "explanation": face.explanation,
        "source": face.source,
        "topic": topic,
    }
    found = {name: marker.marks_in(text, face.language) for name, text in texts.items()}
    marks = {name: places for name, places in found.items() if places}
    media = list(data.get("media", ()))
    return Hit(language=face.language, tags=tags, media=media, marks=marks, **texts)


def _told(one: Hit) -> tuple[int, int]:
    return len(one.marks.get("prompt", ())), len(one.marks)
