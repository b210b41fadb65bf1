"""Pictures and sounds of a package, on the cards that show them."""

import pytest

from content.exchange import attach
from content.exchange.read import read_any
from content.exchange.reading import Reading
from tests.content.exchange.anki.packages import (
    BASIC,
    CLOZE,
    VARIANTS,
    Note,
    Variant,
    package,
)
from tests.support.media import mp3, picture

PICTURE, SOUND = picture(), mp3()
FILES = {"jan.png": PICTURE, "jan.mp3": SOUND}


def read(*notes: Note, media: dict[str, bytes], variant: Variant = "legacy 2") -> Reading:
    return read_any("deck", package(*notes, media=media, variant=variant), language="nl")


def shown(reading: Reading) -> list[tuple[str, str, str]]:
    (draft,) = reading.drafts
    return [(one.type, one.place, one.alt) for one in draft.face.media]


@pytest.mark.parametrize("variant", VARIANTS)
def test_media_come_along_on_the_side_that_shows_them(variant: Variant) -> None:
    note = Note(BASIC, ('Wie? <img src="jan.png" alt="Een man">', "Jan [sound:jan.mp3]"))

    reading = read(note, media=FILES, variant=variant)

    assert shown(reading) == [("image/png", "prompt", "Een man"), ("audio/mpeg", "answer", "")]
    assert (reading.drafts[0].face.prompt, reading.notes) == ("Wie?", ())
    assert {one.name: one.data for one in reading.files} == FILES


def test_what_a_gap_shows_behind_it_is_explanation() -> None:
    note = Note(CLOZE, ("Bel {{c1::112}}", '<img src="jan.png">'))

    assert shown(read(note, media=FILES)) == [("image/png", "explanation", "")]


def test_a_picture_that_is_the_whole_question_does_not_tell_its_name() -> None:
    reading = read(Note(BASIC, ('<img src="jan.png">', "Jan")), media=FILES)

    assert reading.drafts[0].face.prompt == "Bekijk de afbeelding."
    assert shown(reading) == [("image/png", "prompt", "")]


def test_a_file_that_several_cards_show_comes_once() -> None:
    notes = [Note(BASIC, (f'{n} <img src="jan.png">', "Jan"), str(n)) for n in range(3)]

    reading = read(*notes, media=FILES)

    assert len(reading.files) == 1
    assert all(len(draft.face.media) == 1 for draft in reading.drafts)


@pytest.mark.parametrize(
    ("data", "why"),
    [(b"MZ", "unknown-kind"), (PICTURE[:30], "damaged"), (bytes(40_000_001), "damaged")],
    ids=["other", "damaged", "big"],
)
def test_a_file_at_fault_is_told_and_its_card_comes_in(data: bytes, why: str) -> None:
    note = Note(BASIC, ('Wie? <img src="x.png">', "Jan"))

    reading = read(note, media={"x.png": data}, variant="latest")

    assert shown(reading) == []
    (told,) = reading.notes
    assert (told.code, told.row, told.item) == ("media-unfit", 1, "Wie?")
    assert (told.values["name"], told.values["why"]) == ("x.png", why)


def test_more_than_fits_on_a_card_is_told() -> None:
    files = {f"{n}.png": picture(size=(n, 5)) for n in range(1, 7)}
    fields = "Wie?" + "".join(f"<img src={name}>" for name in files)

    reading = read(Note(BASIC, (fields, "Jan")), media=files)

    assert len(shown(reading)) == 4
    assert [one.values["why"] for one in reading.notes] == ["too-many", "too-many"]
    assert len(reading.files) == 4


def test_more_than_bearable_in_all_is_left_behind(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(attach, "MOST_BYTES", len(PICTURE) - 1)

    reading = read(Note(BASIC, ('Wie? <img src="jan.png">', "Jan")), media=FILES)

    assert [one.values["why"] for one in reading.notes] == ["too-heavy"]
