"""Sounds and films: their containers are walked, and not one byte of them is changed."""

from collections.abc import Iterator
from io import BytesIO
from typing import Final

from tinytag import TinyTag, TinyTagException

from content.files.kinds import Kind
from content.files.unfit import UnfitFile

_EXTENSIONS: Final[dict[Kind, str]] = {
    "audio/mpeg": "a.mp3", "audio/ogg": "a.ogg", "audio/mp4": "a.m4a", "audio/wav": "a.wav",
    "video/mp4": "a.mp4",
}  # fmt: skip
_BROKEN: Final = (
    TinyTagException, ValueError, KeyError, IndexError, TypeError, OSError, EOFError,
    ArithmeticError, RecursionError,
)  # fmt: skip
_LONGEST: Final = 24 * 3600


def length_of(data: bytes, kind: Kind) -> tuple[Kind, float | None]:
    """What it is after all, and how many seconds it takes if it says so; raises `UnfitFile`."""
    if kind == "video/webm":
        _check_webm(data)
        return kind, None
    if kind in ("audio/mp4", "video/mp4"):
        kind = "video/mp4" if b"hdlr\0\0\0\0\0\0\0\0vide" in _moov(data) else "audio/mp4"
    try:
        seconds = TinyTag.get(_EXTENSIONS[kind], file_obj=BytesIO(data), tags=False).duration
    except _BROKEN as broken:
        raise UnfitFile("damaged") from broken
    if kind != "video/mp4" and not seconds:
        raise UnfitFile("damaged")
    return kind, round(seconds, 1) if seconds and seconds < _LONGEST else None


def _check_webm(data: bytes) -> None:
    """Matroska begins the same, and no browser on a phone plays it."""
    if b"webm" not in data[:64] or b"\x18\x53\x80\x67" not in data[:4096]:
        raise UnfitFile("unknown-kind")


def _moov(data: bytes) -> bytes:
    """What a file of boxes says of its tracks."""
    boxes = dict(_boxes(data))
    if not {b"ftyp", b"moov", b"mdat"} <= boxes.keys():
        raise UnfitFile("damaged")
    return data[boxes[b"moov"]]


def _boxes(data: bytes) -> Iterator[tuple[bytes, slice]]:
    at = 0
    while at + 8 <= len(data):
        size = int.from_bytes(data[at : at + 4], "big")
        if size == 1:  # the size follows, as it does not fit
            size = int.from_bytes(data[at + 8 : at + 16], "big")
        size = size or len(data) - at
        if size < 8 or at + size > len(data):  # noqa: PLR2004 - less than its own head
            raise UnfitFile("damaged")
        yield data[at + 4 : at + 8], slice(at, at + size)
        at += size
