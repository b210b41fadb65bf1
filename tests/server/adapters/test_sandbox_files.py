"""Attached files, met by a process of their own."""

from __future__ import annotations

import pytest

from content.exchange.reading import Unreadable
from content.files.file import MOST, Most
from content.files.unfit import UnfitFile
from server.adapters.sandbox import SandboxReader
from server.adapters.sandbox_files import SandboxFiles
from tests.content.exchange.anki.packages import BASIC, Note, package
from tests.support.media import SECRET, mp3, photograph, picture

ROOM = 512


def test_a_photograph_comes_out_fit() -> None:
    file = SandboxFiles(20, ROOM, MOST).ready("jan.jpg", photograph(size=(80, 40), turned=6))

    assert (file.name, file.width, file.height) == ("jan.jpg", 40, 80)
    assert SECRET not in file.data


def test_what_does_not_fit_keeps_its_reason() -> None:
    with pytest.raises(UnfitFile) as unfit:
        SandboxFiles(20, ROOM, Most(audio=0)).ready("a.mp3", mp3())

    assert (unfit.value.code, unfit.value.values) == ("too-big", {"most": 0})


@pytest.mark.parametrize(("seconds", "mebibytes"), [(0, ROOM), (20, 40)], ids=["time", "memory"])
def test_a_file_that_asks_too_much_fells_its_own_process_only(seconds: int, mebibytes: int) -> None:
    with pytest.raises(UnfitFile) as unfit:
        SandboxFiles(seconds, mebibytes, MOST).ready("a.png", picture(size=(3_000, 3_000)))

    assert unfit.value.code in {"too-heavy", "too-many-pixels"}


def test_the_files_of_an_import_come_out_whole() -> None:
    files = {"a.png": picture(), "b.mp3": mp3()}
    note = Note(BASIC, ("Wie? <img src=a.png>", "Jan [sound:b.mp3]"))
    data = package(note, media=files, variant="latest")

    reading = SandboxReader(20, ROOM).read(
        "deck", data, language="nl", encoding=None, known_keys=frozenset()
    )

    assert {one.name: one.data for one in reading.files} == files
    assert [one.file for one in reading.drafts[0].face.media] == [one.file for one in reading.files]


def test_files_of_an_import_may_be_as_big_as_is_set() -> None:
    note = Note(BASIC, ("Wie? <img src=a.png>", "Jan"))

    reading = SandboxReader(20, ROOM, Most(image=0)).read(
        "deck", package(note, media={"a.png": picture()}), language="nl", encoding=None,
        known_keys=frozenset(),
    )  # fmt: skip

    assert [one.values["why"] for one in reading.notes] == ["too-big"]


def test_a_reading_that_cannot_be_has_no_files() -> None:
    with pytest.raises(Unreadable):
        SandboxReader(20, ROOM).read(
            "deck", b"PK\x03\x04", language="nl", encoding=None, known_keys=frozenset()
        )


def test_pictures_beyond_what_there_is_time_for_stay_behind_and_the_cards_come_in() -> None:
    huge = picture(size=(6_000, 6_000))
    files = {f"{n}.png": huge + bytes([n]) for n in range(2)}
    notes = [Note(BASIC, (f"Wie is {n}? <img src={n}.png>", "Jan"), f"g{n}") for n in range(2)]

    reading = SandboxReader(4, ROOM).read(
        "deck", package(*notes, media=files), language="nl", encoding=None,
        known_keys=frozenset(),
    )  # fmt: skip

    assert [len(one.face.media) for one in reading.drafts] == [1, 0]
    assert [one.values["why"] for one in reading.notes] == ["too-many-pictures"]
