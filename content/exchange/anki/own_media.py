"""Pictures, sounds and films as Anki writes them in a field, by their names in a package."""

import html
from collections.abc import Callable, Iterator, Mapping
from typing import Final

from content.card import Face
from content.exchange.reading import Wanted
from content.media import IMAGES, Media

_ENDINGS: Final[Mapping[str, str]] = {
    "image/webp": "webp", "image/png": "png", "image/jpeg": "jpg", "image/svg+xml": "svg",
    "audio/mpeg": "mp3", "audio/ogg": "ogg", "audio/mp4": "m4a", "audio/wav": "wav",
    "video/mp4": "mp4", "video/webm": "webm",
}  # fmt: skip


def file_name(one: Media) -> str:
    """A file's name in a package, with an ending by which Anki knows how to show it."""
    return f"{one.file}.{_ENDINGS[one.type]}"


def brought(face: Face, media: Mapping[str, Callable[[], bytes]]) -> Iterator[Wanted]:
    """Those of a face's media that the package holds, to be looked at like any other."""
    for one in face.media:
        if source := media.get(file_name(one)):
            yield Wanted(file_name(one), one.place, one.alt, source)


def tags_of(face: Face, place: str) -> str:
    """What shows a face's media of one place, behind the text there."""
    return "".join(_tag(one) for one in face.media if one.place == place)


def _tag(one: Media) -> str:
    if one.type in IMAGES:
        return f'<br><img src="{file_name(one)}" alt="{html.escape(one.alt)}">'
    return f"[sound:{file_name(one)}]"
