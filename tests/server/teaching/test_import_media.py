"""Pictures and sounds that come along with a file of cards."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sqlalchemy import func, select

from content.exchange.read import read_any
from content.exchange.reading import Reading
from content.media import Media
from server.store.card_sets import CardSet
from server.store.media import MediaFile
from server.teaching.import_set import Report, import_set
from server.teaching.media import Keeper
from tests.content.exchange.anki.packages import BASIC, Note, package
from tests.fakes.clock import SetClock
from tests.fakes.media import MediaInMemory
from tests.server.firm import NOW, Firm
from tests.server.teaching.files import cards, imported
from tests.support.media import picture

NOTES = (
    Note(BASIC, ('Wat is dit? <img src="helm.png">', "Een helm"), "helm"),
    Note(BASIC, ("Wie bel je?", "De BHV"), "bhv"),
)
FILES = {"helm.png": picture()}


@pytest.fixture
def keeper(firm: Firm) -> Keeper:
    return Keeper(MediaInMemory(SetClock()), firm.daan)


def brought(media: dict[str, bytes] = FILES) -> Reading:
    return read_any("deck.apkg", package(*NOTES, media=media), language="nl")


def bring(
    firm: Firm, card_set: CardSet, keeper: Keeper | None, reading: Reading, *, dry_run: bool = False
) -> Report:
    report = import_set(
        firm.db, card_set.id, reading, NOW, partial=False, dry_run=dry_run, keeper=keeper
    )
    firm.db.flush()
    firm.db.expire_all()
    return report


def rows(firm: Firm) -> int:
    return firm.db.scalar(select(func.count()).select_from(MediaFile)) or 0


def test_a_picture_comes_in_with_its_card(firm: Firm, card_set: CardSet, keeper: Keeper) -> None:
    bring(firm, card_set, keeper, brought())

    helmet, who = cards(firm, card_set)
    (shown,) = helmet.face["media"]
    assert "media" not in who.face
    assert keeper.store.get(shown["file"]) == FILES["helm.png"]
    row = firm.db.scalars(select(MediaFile)).one()
    assert (row.file, row.name, row.uploaded_by_id) == (shown["file"], "helm.png", firm.daan.id)


def test_the_same_package_again_changes_nothing(
    firm: Firm, card_set: CardSet, keeper: Keeper
) -> None:
    bring(firm, card_set, keeper, brought())

    again = bring(firm, card_set, keeper, brought())

    assert (again.created, again.updated, again.unchanged) == (0, 0, 2)
    assert rows(firm) == 1


def test_another_picture_under_the_same_name_updates_its_card(
    firm: Firm, card_set: CardSet, keeper: Keeper
) -> None:
    bring(firm, card_set, keeper, brought())

    report = bring(firm, card_set, keeper, brought({"helm.png": picture(size=(20, 10))}))

    assert (report.created, report.updated, report.unchanged) == (0, 1, 1)
    assert cards(firm, card_set)[0].face["media"][0]["width"] == 20


def test_a_dry_run_keeps_no_file(firm: Firm, card_set: CardSet, keeper: Keeper) -> None:
    bring(firm, card_set, keeper, brought(), dry_run=True)

    assert (rows(firm), list(keeper.store.last_put_before(NOW.replace(year=2100)))) == (0, [])


def test_a_table_leaves_the_pictures_of_its_cards_alone(
    firm: Firm, card_set: CardSet, keeper: Keeper
) -> None:
    bring(firm, card_set, keeper, brought())

    report = imported(firm, card_set, "sleutel;vraag;antwoord\nhelm;Wat is dit dan?;Een helm\n")

    assert report.updated == 1
    face = cards(firm, card_set)[0].face
    assert (face["prompt"], len(face["media"])) == ("Wat is dit dan?", 1)


def test_a_table_without_keys_knows_a_card_by_its_text_whatever_it_shows(
    firm: Firm, card_set: CardSet, keeper: Keeper
) -> None:
    bring(firm, card_set, keeper, brought())

    report = imported(firm, card_set, "vraag;antwoord;uitleg\nWat is dit?;Een helm;Tegen vallen\n")

    assert (report.created, report.updated) == (0, 1)


def test_a_package_without_the_picture_takes_it_off_the_card(
    firm: Firm, card_set: CardSet, keeper: Keeper
) -> None:
    bring(firm, card_set, keeper, brought())

    bring(firm, card_set, keeper, brought({}))

    assert "media" not in cards(firm, card_set)[0].face


def test_a_file_that_is_nowhere_is_told_and_the_card_comes_in(
    firm: Firm, card_set: CardSet, keeper: Keeper
) -> None:
    told = Media(file="0" * 64, type="image/png", place="prompt", bytes=5)
    reading = brought({})
    first = replace(reading.drafts[0], face=replace(reading.drafts[0].face, media=(told,)))

    report = bring(firm, card_set, keeper, replace(reading, drafts=(first, *reading.drafts[1:])))

    assert report.created == 2
    assert "media-not-there" in [one.code for one in report.notes]
    assert "media" not in cards(firm, card_set)[0].face


def test_what_a_file_says_of_a_picture_that_is_there_does_not_count(
    firm: Firm, card_set: CardSet, keeper: Keeper
) -> None:
    bring(firm, card_set, keeper, brought())
    reading = brought()
    (said,) = reading.drafts[0].face.media
    lie = replace(said, type="image/svg+xml", bytes=1, width=9_999, alt="Een helm")
    first = replace(reading.drafts[0], face=replace(reading.drafts[0].face, media=(lie,)))

    bring(firm, card_set, keeper, replace(reading, drafts=(first,), files=()))

    (kept,) = cards(firm, card_set)[0].face["media"]
    assert (kept["type"], kept["width"], kept["alt"]) == ("image/png", 8, "Een helm")


def test_a_door_that_keeps_no_files_brings_the_cards_without(firm: Firm, card_set: CardSet) -> None:
    report = bring(firm, card_set, None, brought())

    assert report.created == 2
    assert "media" not in cards(firm, card_set)[0].face
