"""Course material in a process of its own."""

from __future__ import annotations

from io import BytesIO

import pytest

from content.exchange.reading import Unreadable
from content.material.read import read_material
from server.adapters.sandbox_material import SandboxMaterial
from tests.support.material import document, locked, pdf, slides


@pytest.mark.parametrize("data", [slides(), document()])
def test_what_is_read_comes_out_whole(data: bytes) -> None:
    assert SandboxMaterial(20, 512).read(BytesIO(data), "nl") == read_material(data, "nl")


def test_what_cannot_be_read_keeps_its_reason() -> None:
    with pytest.raises(Unreadable) as unfit:
        SandboxMaterial(20, 512).read(BytesIO(locked(pdf(["Geheim"]))), "nl")
    assert unfit.value.code == "password"


def test_too_much_time_or_memory_fells_the_child_alone() -> None:
    with pytest.raises(Unreadable) as slow:
        SandboxMaterial(0, 512).read(BytesIO(slides()), "nl")
    with pytest.raises(Unreadable) as heavy:
        SandboxMaterial(20, 32).read(BytesIO(slides()), "nl")
    assert (slow.value.code, heavy.value.code) == ("too-slow", "too-heavy")


def test_three_hundred_pages_are_read_within_the_bounds() -> None:
    text = "Dit is een gewone regel op deze bladzijde over het werk aan de balie."
    pages = [[f"Deel {number}", *[text] * 8] for number in range(300)]
    read = SandboxMaterial(20, 512).read(BytesIO(pdf(*pages)), "nl")
    assert {one.place.number for one in read.passages} == set(range(1, 301))
