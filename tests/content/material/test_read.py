"""Files that are no material, or mean harm."""

from __future__ import annotations

import contextlib
import zipfile
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from content.exchange.reading import Unreadable
from content.material.read import read_material
from tests.support.material import document, locked, pdf, slides

FILES = {"slides": slides(), "document": document(), "pdf": pdf(["Blussen", "Bel 112."])}


def refused(data: bytes) -> str:
    with pytest.raises(Unreadable) as unfit:
        read_material(data, "nl")
    return unfit.value.code


def swapped(data: bytes, name: str, content: bytes) -> bytes:
    """The Office file with another member."""
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as sound, zipfile.ZipFile(out, "w") as made:
        for one in sound.namelist():
            made.writestr(one, content if one == name else sound.read(one))
    return out.getvalue()


def test_a_scan_is_told_from_a_file_without_pages_of_text() -> None:
    assert refused(pdf([], [])) == "only-pictures"
    assert refused(slides([])) == "no-text"


def test_a_password_is_named() -> None:
    assert refused(locked(pdf(["Geheim"]))) == "password"
    assert refused(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)) == "old-office"


@pytest.mark.parametrize("data", [b"%PDF-1.7", b"%PDF-1.7\n1 0 obj\n<<", slides()[:-200]])
def test_half_a_file_is_damaged(data: bytes) -> None:
    assert refused(data) == "damaged"


def test_what_is_no_material_says_so() -> None:
    assert refused(b"") == "empty-file"
    assert refused(b"vraag;antwoord\n") == "not-material"
    assert refused(swapped(slides(), "x", b"").replace(b"ppt/presentation.xml", b"ppt/x.xml")) in {
        "damaged", "not-material",
    }  # fmt: skip


def test_entities_are_not_even_looked_at() -> None:
    laughs = b'<!DOCTYPE x [<!ENTITY a "ha">]><x>&a;</x>'
    assert refused(swapped(slides(), "ppt/presentation.xml", laughs)) == "unsafe-file"
    assert refused(swapped(document(), "word/document.xml", laughs)) == "unsafe-file"


def test_a_part_that_is_no_xml_is_damaged() -> None:
    assert refused(swapped(slides(), "ppt/slides/slide1.xml", b"<p:sld")) == "damaged"
    assert refused(swapped(document(), "word/document.xml", b"<w:document")) == "damaged"


def test_what_unpacks_to_too_much_is_not_unpacked() -> None:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("ppt/presentation.xml", bytes(170_000_000))
    assert refused(out.getvalue()) == "unpacks-too-big"


@settings(max_examples=30, deadline=None)
@given(
    st.sampled_from(sorted(FILES)),
    st.lists(st.tuples(st.floats(0, 1, exclude_max=True), st.integers(0, 255)), max_size=8),
)
def test_a_spoiled_file_is_read_or_refused_and_nothing_else(
    name: str, spoiled: list[tuple[float, int]]
) -> None:
    data = bytearray(FILES[name])
    for where, byte in spoiled:
        data[int(where * len(data))] = byte
    with contextlib.suppress(Unreadable):
        read_material(bytes(data), "nl")
