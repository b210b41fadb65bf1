"""Zip files are judged by their directory before a byte is unpacked."""

import struct
import zipfile
from io import BytesIO

import pytest

from content.exchange.archive import MOST_MEMBERS, opened
from content.exchange.reading import Unreadable

ENTRY = struct.Struct("<4s4B4HL2L5H2L")
"""One member in the directory of a zip file; its last field says where the member starts."""


def _zipped(*names: str, content: bytes = b"x") -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in names:
            archive.writestr(name, content)
    return out.getvalue()


def _overlapping() -> bytes:
    """Two members that share the bytes of the first."""
    data = bytearray(_zipped("a", "b"))
    second = data.rindex(b"PK\x01\x02")
    fields = list(ENTRY.unpack_from(data, second))
    fields[-1] = 0
    ENTRY.pack_into(data, second, *fields)
    first_name = data.index(b"PK\x03\x04") + 30
    data[first_name : first_name + 1] = b"b"
    return bytes(data)


def test_a_sound_archive_opens() -> None:
    assert opened(_zipped("a", "folder/b")).namelist() == ["a", "folder/b"]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (_overlapping(), "unsafe-file"),
        (_zipped(*[f"{n}" for n in range(MOST_MEMBERS + 1)]), "unpacks-too-big"),
        (_zipped("a", content=bytes(200_000_000)), "unpacks-too-big"),
        (_zipped("a", content=bytes(5_000_000)), "unsafe-file"),
        (_zipped("C:\\a"), "unsafe-file"),
        (_zipped("a/../../b"), "unsafe-file"),
        (b"PK\x03\x04 and no more", "damaged"),
        (b"PK\x03\x04" + _zipped(), "not-a-table"),
    ],
    ids=["overlap", "members", "size", "ratio", "drive", "dots", "stub", "empty"],
)
def test_an_archive_that_means_harm_is_refused(data: bytes, code: str) -> None:
    with pytest.raises(Unreadable) as refused:
        opened(data)
    assert refused.value.code == code


@pytest.mark.filterwarnings("ignore:Duplicate name")  # which is what this makes
def test_a_name_used_twice_is_refused() -> None:
    with pytest.raises(Unreadable) as refused:
        opened(_zipped("a", "a"))
    assert refused.value.code == "unsafe-file"
