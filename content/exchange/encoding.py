"""From bytes to text, as spreadsheets of all ages write it."""

import codecs
from typing import Final

from content.exchange.reading import Unreadable

ENCODINGS: Final = (
    "utf-8", "utf-16", "windows-1252", "iso-8859-15", "windows-1250", "cp850", "mac-roman",
)  # fmt: skip
"""What a trainer may choose when letters came out wrong."""

FALLBACK: Final = "windows-1252"

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def decode(data: bytes, encoding: str | None) -> tuple[str, str]:
    """The text and the encoding it was read in: the one given, or else the likeliest.

    A byte order mark decides, then zeros in every other byte (UTF-16), then strict UTF-8; what
    is none of these is Windows-1252. Raises `Unreadable` when the bytes do not fit.
    """
    if encoding is not None and encoding.lower() not in ENCODINGS:
        raise Unreadable("unknown-encoding", {"encoding": encoding[:40]})
    for name in [encoding.lower()] if encoding else _likely(data):
        try:
            text = data.decode("utf-8-sig" if name == "utf-8" else name)
        except UnicodeDecodeError:
            continue
        return text.removeprefix("\ufeff"), name
    if encoding:
        raise Unreadable("wrong-encoding", {"encoding": encoding})
    raise Unreadable("not-a-table")


def _likely(data: bytes) -> list[str]:
    for mark, name in _MARKS:
        if data.startswith(mark):
            return [name]
    sample = data[:4096]
    half = len(sample) / 4  # half of every other byte
    if sample[1::2].count(0) > half:
        return ["utf-16-le"]
    if sample[0::2].count(0) > half:
        return ["utf-16-be"]
    return ["utf-8", FALLBACK]
