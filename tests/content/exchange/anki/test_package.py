"""Packages: which collection counts, and what is refused before anything is made of it."""

import sys
import zipfile
from io import BytesIO

import pytest

from content.exchange.anki.package import MOST_COLLECTION
from content.exchange.read import read_any
from content.exchange.reading import Reading, Unreadable
from tests.content.exchange.anki.packages import (
    BASIC,
    COLLECTION,
    VARIANTS,
    Note,
    Variant,
    message,
    package,
    zipped,
)

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

NOTE = Note(BASIC, ("Wie bel je?", "De BHV"))


def read(data: bytes) -> Reading:
    return read_any("deck", data, language="nl")


def refusal(data: bytes) -> str:
    with pytest.raises(Unreadable) as refused:
        read(data)
    return refused.value.code


def with_collection(content: bytes) -> bytes:
    """A package of the latest variant with this for a collection."""
    return package(variant="latest", more_members={COLLECTION["latest"]: content})


@pytest.mark.parametrize("variant", VARIANTS)
def test_the_note_for_old_versions_of_anki_is_no_card(variant: Variant) -> None:
    prompts = [one.face.prompt for one in read(package(NOTE, variant=variant)).drafts]
    assert prompts == ["Wie bel je?"]


def test_without_a_version_the_newest_collection_counts() -> None:
    members = zipfile.ZipFile(BytesIO(package(NOTE)))
    data = zipped({name: members.read(name) for name in members.namelist() if name != "meta"})
    assert len(read(data).drafts) == 1


def test_a_version_of_tomorrow_is_refused_whatever_else_is_in_it() -> None:
    assert refusal(package(NOTE, version=99)) == "anki-too-new"


def test_a_schema_of_tomorrow_is_refused() -> None:
    assert refusal(package(NOTE, more_sql="UPDATE col SET ver = 19")) == "anki-too-new"


def test_a_package_without_the_collection_that_its_version_promises_is_damaged() -> None:
    assert refusal(package(NOTE, version=3)) == "damaged"


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (zstd.compress(bytes(MOST_COLLECTION + 1)), "unpacks-too-big"),
        (zstd.compress(b"SQLite format 3\0" * 99)[:-5], "damaged"),
        (zstd.compress(b"no database at all, but a text"), "damaged"),
        (zstd.compress(b""), "damaged"),
        (b"not even packed", "damaged"),
        (b"", "damaged"),
    ],
    ids=["bomb", "cut", "text", "nothing", "raw", "empty"],
)
def test_a_collection_that_does_not_unpack_is_refused(content: bytes, code: str) -> None:
    assert refusal(with_collection(content)) == code


def test_a_collection_that_asks_for_much_memory_to_unpack_is_refused() -> None:
    options: dict[int, int] = {
        zstd.CompressionParameter.window_log: 27,
        zstd.CompressionParameter.content_size_flag: 0,
    }
    packer = zstd.ZstdCompressor(options=options)
    assert refusal(with_collection(packer.compress(bytes(9_000)) + packer.flush())) == "damaged"


@pytest.mark.parametrize("name", ["../evil.png", "/etc/passwd", "..\\evil.png", "a\0b.png", ".."])
@pytest.mark.parametrize("variant", VARIANTS)
def test_media_whose_name_is_a_path_are_refused(name: str, variant: Variant) -> None:
    assert refusal(package(NOTE, variant=variant, media=[name])) == "unsafe-file"


@pytest.mark.parametrize("media", [b"{", b"[" * 100_000, b"\xff"], ids=["open", "deep", "bytes"])
def test_a_list_of_media_that_makes_no_sense_is_damage(media: bytes) -> None:
    assert refusal(package(NOTE, more_members={"media": media})) == "damaged"


def test_a_member_packed_in_a_way_that_anki_does_not_know_is_refused() -> None:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_LZMA) as archive:
        archive.writestr("collection.anki2", b"x" * 99)
    assert refusal(out.getvalue()) == "unsafe-file"


def test_a_member_that_is_only_a_change_to_another_is_damage() -> None:
    data = bytearray(package(NOTE, variant="legacy 1"))
    for mark, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(mark) + flags] |= 0x20  # "compressed patched data"
    assert refusal(bytes(data)) == "damaged"


def test_a_package_of_two_thousand_and_more_media_is_fine() -> None:
    media = [f"{number}.png" for number in range(2_500)]
    assert len(read(package(NOTE, media=media)).drafts) == 1


def test_a_version_that_is_no_message_is_damage() -> None:
    assert refusal(package(NOTE, more_members={"meta": b"\xff" * 20})) == "damaged"
    assert refusal(package(NOTE, more_members={"meta": message((1, b"3"))})) == "damaged"
