"""Pictures, sounds and films of a face: which file, where it is shown, and what it says in words.

A file is named by the SHA-256 of its bytes, so that a card cannot come to show another picture
than its author chose, and the same picture is kept once.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Any, Final, Literal, get_args

from content import limits

Place = Literal["prompt", "answer", "explanation"]
PLACES: Final[tuple[Place, ...]] = get_args(Place)

IMAGES: Final = ("image/webp", "image/png", "image/jpeg", "image/svg+xml")
SOUNDS: Final = ("audio/mpeg", "audio/ogg", "audio/mp4", "audio/wav")
FILMS: Final = ("video/mp4", "video/webm")
TYPES: Final = frozenset([*IMAGES, *SOUNDS, *FILMS])

_FILE: Final = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, kw_only=True)
class Media:
    """One file on a face. `alt` is what somebody reads who does not see or hear it."""

    file: str
    type: str
    place: Place
    alt: str = ""
    bytes: int
    width: int | None = None
    height: int | None = None
    seconds: float | None = None


def is_file_name(text: str) -> bool:
    """Whether it is a SHA-256 as we write it, and so no path to anywhere."""
    return _FILE.fullmatch(text) is not None


def media_flaws(media: Sequence[Media]) -> Iterator[tuple[str, Mapping[str, str | int]]]:
    """Code and values of everything that makes these unfit for one face."""
    if len(media) > limits.MEDIA:
        yield "too-many", {"count": len(media), "most": limits.MEDIA}
    if len({(one.file, one.place) for one in media}) < len(media):
        yield "same-twice", {}
    for one in media:
        if len(one.alt) > limits.ALT:
            yield "too-long", {"length": len(one.alt), "most": limits.ALT}


def media_to_json(media: Media) -> dict[str, Any]:
    """The stored and sent form; what is not known is left out."""
    values = {one.name: getattr(media, one.name) for one in fields(media)}
    return {name: value for name, value in values.items() if value is not None}


def media_from_json(data: object) -> Media:
    """What `media_to_json` wrote; other names are left alone. Raises `TypeError`, `ValueError`."""
    if not isinstance(data, Mapping):
        raise TypeError
    file, kind, place, alt = (data.get(name, "") for name in ("file", "type", "place", "alt"))
    texts = all(isinstance(one, str) for one in (file, kind, place, alt))
    if not (texts and is_file_name(file) and kind in TYPES and place in PLACES):
        raise ValueError
    size = _number(data.get("bytes"), int)
    if size is None:
        raise ValueError
    return Media(
        file=file, type=kind, place=place, alt=alt, bytes=size,
        width=_number(data.get("width"), int),
        height=_number(data.get("height"), int),
        seconds=_number(data.get("seconds"), int | float),
    )  # fmt: skip


def _number(value: object, kind: Any) -> Any:
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, kind) or not 0 <= value < limits.ENDLESS:
        raise ValueError
    return value
