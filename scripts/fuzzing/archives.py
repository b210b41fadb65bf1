"""Changes that reach what is packed: a byte changed in a zip file only breaks its checksum."""

from __future__ import annotations

import zipfile
from io import BytesIO
from random import Random

import atheris  # type: ignore[import-untyped]  # it brings no types
from backports import zstd

from content.exchange.archive import content_of, opened
from content.exchange.reading import Unreadable

_ZIP = b"PK\x03\x04"
_ZSTD = b"\x28\xb5\x2f\xfd"
# The archive itself is changed now and then too.
_INSIDE = 0.85


def changed(data: bytes, most: int, seed: int) -> bytes:
    """The file with something changed, inside one of its members where it is an archive."""
    dice = Random(seed)
    if data.startswith(_ZIP) and dice.random() < _INSIDE:
        repacked = _repacked(data, most, dice)
        if repacked is not None and len(repacked) <= most:
            return repacked
    return bytes(atheris.Mutate(data, most))


def _repacked(data: bytes, most: int, dice: Random) -> bytes | None:
    try:
        with opened(data) as archive:
            members = [(name, content_of(archive, name)) for name in archive.namelist()]
    except Unreadable:
        return None
    if not members:
        return None
    chosen = dice.randrange(len(members))
    members[chosen] = (members[chosen][0], _member(members[chosen][1], most))
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members:
            archive.writestr(name, content)
    return packed.getvalue()


def _member(content: bytes, most: int) -> bytes:
    most = max(most, 2 * len(content))
    if not content.startswith(_ZSTD):
        return bytes(atheris.Mutate(content, most))
    try:
        plain = zstd.decompress(content)
    except zstd.ZstdError:
        return bytes(atheris.Mutate(content, most))
    return zstd.compress(bytes(atheris.Mutate(plain, 2 * len(plain) + most)))
