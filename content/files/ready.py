"""One door for every file that somebody wants on a card: what it is follows from its content."""

from dataclasses import dataclass
from hashlib import sha256
from typing import Final

from content.files import svg
from content.files.containers import length_of
from content.files.images import made_fit
from content.files.kinds import Kind, kind_of
from content.files.unfit import UnfitFile
from content.media import Media, Place

MIB: Final = 2**20


@dataclass(frozen=True)
class Most:
    """How big a file may come in, in MiB: a picture is made smaller, sound and film are not."""

    image: int = 10
    audio: int = 10
    video: int = 20


@dataclass(frozen=True)
class ReadyFile:
    """A file fit to be shown, by the SHA-256 of its bytes. `name` is what its sender called it."""

    file: str
    data: bytes
    type: str
    name: str
    width: int | None = None
    height: int | None = None
    seconds: float | None = None

    def on(self, place: Place, alt: str) -> Media:
        """The file as part of a face."""
        return Media(
            file=self.file, type=self.type, place=place, alt=alt, bytes=len(self.data),
            width=self.width, height=self.height, seconds=self.seconds,
        )  # fmt: skip


def ready(name: str, data: bytes, most: Most) -> ReadyFile:
    """The file, checked and made fit; raises `UnfitFile`. The same bytes give the same file."""
    kind = kind_of(data)
    if kind is None:
        raise UnfitFile("unknown-kind" if data else "empty")
    largest = getattr(most, kind.partition("/")[0])
    if len(data) > largest * MIB:
        raise UnfitFile("too-big", {"most": largest})
    if kind == "image/svg+xml":
        clean, width, height = svg.cleaned(data)
        return _named(name, clean, kind, width, height)
    if kind.startswith("image/"):
        picture = made_fit(data)
        return _named(name, picture.data, picture.type, picture.width, picture.height)
    return _timed(name, data, kind)


def _timed(name: str, data: bytes, kind: Kind) -> ReadyFile:
    settled, seconds = length_of(data, kind)
    return ReadyFile(sha256(data).hexdigest(), data, settled, name, seconds=seconds)


def _named(name: str, data: bytes, kind: str, width: int | None, height: int | None) -> ReadyFile:
    return ReadyFile(sha256(data).hexdigest(), data, kind, name, width, height)
