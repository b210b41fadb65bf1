"""A file that is fit to be shown, and how big one may come in."""

from dataclasses import dataclass
from typing import Final

from content.media import Media, Place

MIB: Final = 2**20


@dataclass(frozen=True)
class Most:
    """How big a file may come in, in MiB: a picture is made smaller, sound and film are not.

    `megapixels` are of all pictures that come in together: each takes time to look at, and a
    pixel of another kind than a photograph counts for some.
    """

    image: int = 10
    audio: int = 10
    video: int = 20
    megapixels: int = 800


MOST: Final = Most()


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
