"""What an Anki package holds: its collection, unpacked, and its media, to be unpacked on demand.

| variant  | `meta`     | collection           | media map               |
|----------|------------|----------------------|-------------------------|
| legacy 1 | none, or 1 | `collection.anki2`   | JSON                    |
| legacy 2 | 2          | `collection.anki21`  | JSON                    |
| latest   | 3          | `collection.anki21b` | protocol buffers, zstd  |

The newer two bring a `collection.anki2` as well, with one note that tells an old Anki to update;
so a version that is not known is refused, not read for what it may hold besides.
"""

import json
import sys
import zipfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final

from content.exchange.anki import wire
from content.exchange.archive import BROKEN, opened
from content.exchange.reading import Unreadable

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

MOST_COLLECTION: Final = 100_000_000
MOST_MEDIA_MAP: Final = 10_000_000
MOST_MEDIA: Final = 40_000_000
"""Bytes, unpacked."""

_META, _MEDIA = "meta", "media"
_MOST_META: Final = 100
_LATEST: Final = "collection.anki21b"
_NEWEST_FIRST: Final = (_LATEST, "collection.anki21", "collection.anki2")
_BY_VERSION: Final = {3: _LATEST, 2: "collection.anki21", 1: "collection.anki2"}

_WINDOW: Final[Mapping[int, int]] = {zstd.DecompressionParameter.window_log_max: 25}
"""32 MB of memory at most for what was unpacked before; Anki's own frames ask for 8."""


@dataclass(frozen=True)
class Package:
    """`collection` is an SQLite database as it came; `media` give the bytes of files by name."""

    collection: bytes
    media: Mapping[str, Callable[[], bytes]]


def is_package(members: Sequence[str]) -> bool:
    """Whether a zip file with these members is one."""
    return any(name in members for name in _NEWEST_FIRST)


def unpacked(data: bytes) -> Package:
    """The package; raises `Unreadable` for whatever is no sound one of bearable size."""
    archive = opened(data)
    members = frozenset(archive.namelist())
    name = _collection_name(archive)
    compressed = name == _LATEST
    collection = _member(archive, name, MOST_COLLECTION, compressed=compressed)
    listed = b""
    if _MEDIA in members:
        listed = _member(archive, _MEDIA, MOST_MEDIA_MAP, compressed=compressed)
    try:
        names = _from_message(listed) if compressed else _from_json(listed)
    except (ValueError, RecursionError) as broken:
        raise Unreadable("damaged") from broken
    if not all(_bare(one) for one in names.values()):
        raise Unreadable("unsafe-file")
    media = {
        name: partial(_member, archive, member, MOST_MEDIA, compressed=compressed)
        for member, name in names.items()
        if member in members
    }
    return Package(collection, media)


def _collection_name(archive: zipfile.ZipFile) -> str:
    members = archive.namelist()
    if _META in members:
        try:
            version = wire.number(_member(archive, _META, _MOST_META), 1)
        except wire.Malformed as broken:
            raise Unreadable("damaged") from broken
        if version not in _BY_VERSION:
            raise Unreadable("anki-too-new")
        name = _BY_VERSION[version]
    else:
        name = next(name for name in _NEWEST_FIRST if name in members)
    if name not in members:
        raise Unreadable("damaged")
    return name


def _member(archive: zipfile.ZipFile, name: str, most: int, *, compressed: bool = False) -> bytes:
    """A member's bytes, unpacked no further than it takes to see that they are too many."""
    member = archive.getinfo(name)
    if member.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise Unreadable("unsafe-file")  # the others may ask for any amount of memory
    try:
        with archive.open(member) as file:
            data = file.read(most + 1)
        if compressed:
            data = _unpacked(data, most)
    except (*BROKEN, zstd.ZstdError) as error:
        raise Unreadable("damaged") from error
    if len(data) > most:
        raise Unreadable("unpacks-too-big", {"most": most // 1_000_000})
    return data


def _unpacked(data: bytes, most: int) -> bytes:
    """One zstd frame. It does not tell its size, so it is unpacked under a budget."""
    frame = zstd.ZstdDecompressor(options=_WINDOW)
    whole = frame.decompress(data, max_length=most + 1)
    if not frame.eof and len(whole) <= most:
        raise EOFError
    return whole


def _from_json(media: bytes) -> dict[str, str]:
    """`{"0": "name", …}`, by the name of the member that holds the file."""
    names = json.loads(media or b"{}")
    return {key: str(name) for key, name in names.items()} if isinstance(names, dict) else {}


def _from_message(media: bytes) -> dict[str, str]:
    """Entries under 1, in the order of the members; each holds its name under 1 as well."""
    entries = enumerate(wire.values(media, 1))
    return {str(at): wire.text(entry, 1) for at, entry in entries if isinstance(entry, bytes)}


def _bare(name: str) -> bool:
    """A file name and no path; nothing that a file system could take for more than a name."""
    return not any(one in "/\\" or one < " " for one in name) and name not in (".", "..")
