"""Whether a zip file from outside may be opened: judged by its directory alone.

Python's zipfile gives no more bytes of a member than the directory declares, so what is
declared is what it can cost. Overlapping members would break that sum and are refused.
"""

import lzma
import stat
import struct
import zipfile
import zlib
from io import BytesIO
from pathlib import PurePosixPath
from typing import Final

from content.exchange.reading import Unreadable

MOST_MEMBERS: Final = 10_000
MOST_UNPACKED: Final = 160_000_000
MOST_RATIO: Final = 200
"""Unpacked bytes for each packed one, of members of `WORTH_A_LOOK` bytes and more."""
WORTH_A_LOOK: Final = 1_000_000

BROKEN: Final = (
    zipfile.BadZipFile, zlib.error, lzma.LZMAError, struct.error, ValueError, RuntimeError,
    EOFError, OSError,
)  # fmt: skip
"""What zipfile raises on a directory or member whose place, method or content is wrong."""

_LOCAL_HEADER: Final = 30
_ENCRYPTED: Final = 0x1


def opened(data: bytes) -> zipfile.ZipFile:
    """The archive, found safe to read; raises `Unreadable` otherwise."""
    try:
        archive = zipfile.ZipFile(BytesIO(data))
    except BROKEN as broken:
        raise Unreadable("damaged") from broken
    members = archive.infolist()
    if not members:
        raise Unreadable("not-a-table")
    if len(members) > MOST_MEMBERS or sum(one.file_size for one in members) > MOST_UNPACKED:
        raise Unreadable("unpacks-too-big", {"most": MOST_UNPACKED // 1_000_000})
    if not all(_harmless(one) for one in members) or _overlap(members, archive.start_dir):
        raise Unreadable("unsafe-file")
    if len({one.filename for one in members}) < len(members):
        raise Unreadable("unsafe-file")
    return archive


def content_of(archive: zipfile.ZipFile, name: str) -> bytes:
    """The bytes of a member of an `opened` archive; raises `Unreadable` when they are damaged."""
    try:
        return archive.read(name)
    except BROKEN as broken:
        raise Unreadable("damaged") from broken


def _harmless(member: zipfile.ZipInfo) -> bool:
    path = PurePosixPath(member.filename.replace("\\", "/"))
    inside = not path.is_absolute() and ".." not in path.parts and ":" not in member.filename
    link = stat.S_ISLNK(member.external_attr >> 16)
    packed = max(1, member.compress_size)
    swollen = member.file_size > max(WORTH_A_LOOK, MOST_RATIO * packed)
    return inside and not link and not swollen and not member.flag_bits & _ENCRYPTED


def _overlap(members: list[zipfile.ZipInfo], directory: int) -> bool:
    """Whether any member starts before the one in front of it can have ended."""
    places = sorted((one.header_offset, one.compress_size) for one in members)
    starts = [start for start, _ in places[1:]] + [directory]
    return any(
        start + _LOCAL_HEADER + size > following
        for (start, size), following in zip(places, starts, strict=True)
    )
