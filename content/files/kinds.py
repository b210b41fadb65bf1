"""Which file it is, by how it begins: names and declared types are whatever the sender likes."""

from typing import Final, Literal

Kind = Literal[
    "image/png", "image/jpeg", "image/gif", "image/webp", "image/svg+xml",
    "audio/mpeg", "audio/ogg", "audio/mp4", "audio/wav", "video/mp4", "video/webm",
]  # fmt: skip

_BEGINNINGS: Final[tuple[tuple[bytes, Kind], ...]] = (
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF87a", "image/gif"),
    (b"GIF89a", "image/gif"),
    (b"ID3", "audio/mpeg"),
    (b"OggS", "audio/ogg"),
    (b"\x1a\x45\xdf\xa3", "video/webm"),
)
_RIFF: Final[dict[bytes, Kind]] = {b"WEBP": "image/webp", b"WAVE": "audio/wav"}
_AUDIO_BRANDS: Final = (b"M4A ", b"M4B ")
_BEFORE_XML: Final = b"\xef\xbb\xbf \t\r\n"
_ENOUGH: Final = 4_000


def kind_of(data: bytes) -> Kind | None:
    """The kind, if it is one that cards may carry; whether it is sound is not looked at."""
    for beginning, kind in _BEGINNINGS:
        if data.startswith(beginning):
            return kind
    if data[:4] == b"RIFF":
        return _RIFF.get(data[8:12])
    if data[4:8] == b"ftyp":
        return "audio/mp4" if data[8:12] in _AUDIO_BRANDS else "video/mp4"
    if data[:1] == b"\xff" and data[1:2] and data[1] & 0xE6 == 0xE2:  # noqa: PLR2004 - layer III
        return "audio/mpeg"
    return "image/svg+xml" if _is_svg(data[:_ENOUGH]) else None


def _is_svg(start: bytes) -> bool:
    start = start.lstrip(_BEFORE_XML)
    return start.startswith((b"<svg", b"<?xml", b"<!--", b"<!DOCTYPE svg")) and b"<svg" in start
