"""Whoever had a hand in what a release brings reads it for nobody."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy.orm import Session

from server.store.card_sets import CardSet
from server.store.people import Person
from server.teaching import arrange, card_history, edit_card, edit_variants, second_look, sets
from server.teaching.bulk_edit import Bulk, bulk_edit
from server.teaching.release import release
from server.teaching.validity import set_valid_until
from tests.server.firm import NOW, Firm
from tests.server.teaching.files import cards
from tests.support import sets as given
from tests.support.faces import FACES

LATER = NOW + timedelta(hours=1)
Change = Callable[[Session, Person, int, list[int]], Any]

CHANGES: dict[str, Change] = {
    "writing": lambda db, who, of, ids: edit_card.create(
        db, who, of, face=FACES["recall"], topic="", tags=[], after=ids[0], now=LATER
    ),
    "deleting": lambda db, who, of, ids: sets.take_out(db, who, of, ids[0], LATER),
    "moving": lambda db, who, of, ids: arrange.move(db, who, of, ids[2:], None, now=LATER),
    "deleting many": lambda db, who, of, ids: bulk_edit(
        db, who, of, ids[:2], Bulk(delete=True), now=LATER
    ),
    "labelling many": lambda db, who, of, ids: bulk_edit(
        db, who, of, ids[:2], Bulk(topic="Melden"), now=LATER
    ),
    "giving a last day": lambda db, who, of, ids: set_valid_until(
        db, who, of, ids[:1], LATER.date(), now=LATER
    ),
    "adding a wording": lambda db, who, of, ids: edit_variants.add_variant(
        db, who, of, ids[0], face=FACES["recall"], now=LATER
    ),
}


@pytest.fixture
def noor(firm: Firm) -> Person:
    return firm.person("Noor", "admin", organisation=firm.organisation)


@pytest.fixture
def ids(firm: Firm, card_set: CardSet) -> list[int]:
    """The cards of a released set that Daan changed since and wants to have read."""
    made = given.recalls(firm, card_set, 4)
    release(firm.db, firm.daan, card_set.id, "", NOW)
    set_valid_until(firm.db, firm.daan, card_set.id, [made[3].id], LATER.date(), now=LATER)
    return [card.id for card in made]


def may_read(firm: Firm, card_set: CardSet, who: Person) -> bool:
    look = second_look.ask(firm.db, firm.daan, card_set.id, "", LATER)
    return second_look.may_read(firm.db, who, look)


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES.keys())
def test_who_changed_something_is_no_second_reader(
    firm: Firm, card_set: CardSet, ids: list[int], noor: Person, change: Change
) -> None:
    assert may_read(firm, card_set, noor)
    change(firm.db, noor, card_set.id, ids)
    assert not may_read(firm, card_set, noor)


def test_nor_is_who_put_back_a_card_or_an_old_text(
    firm: Firm, card_set: CardSet, ids: list[int], noor: Person
) -> None:
    tess = firm.person("Tess", "trainer", organisation=firm.organisation)
    bulk_edit(firm.db, firm.daan, card_set.id, ids[:1], Bulk(topic="Melden"), now=LATER)
    sets.take_out(firm.db, firm.daan, card_set.id, ids[1], LATER)
    card_history.restore(firm.db, noor, card_set.id, ids[0], version=1, now=LATER)
    sets.put_back(firm.db, tess, card_set.id, ids[1], LATER)
    assert not may_read(firm, card_set, noor)
    assert not may_read(firm, card_set, tess)


def test_what_changed_nothing_makes_no_author(
    firm: Firm, card_set: CardSet, ids: list[int], noor: Person
) -> None:
    sets.put_back(firm.db, noor, card_set.id, ids[0], LATER)
    bulk_edit(firm.db, noor, card_set.id, ids[:2], Bulk(topic=""), now=LATER)
    set_valid_until(firm.db, noor, card_set.id, ids[:1], None, now=LATER)
    assert may_read(firm, card_set, noor)


def test_with_a_release_a_clean_slate_begins(
    firm: Firm, card_set: CardSet, ids: list[int], noor: Person
) -> None:
    sets.take_out(firm.db, noor, card_set.id, ids[0], LATER)
    release(firm.db, firm.daan, card_set.id, "", LATER + timedelta(hours=1))
    sets.take_out(firm.db, firm.daan, card_set.id, ids[1], LATER + timedelta(hours=2))
    assert cards(firm, card_set)[0].id == ids[2]
    assert may_read(firm, card_set, noor)
