"""What learners hand in, for tests of the inbox."""

from __future__ import annotations

from typing import Any

import pytest

from server.store.card_sets import Card
from tests.support import sets
from tests.support.phone import Phone
from tests.support.town import Town


@pytest.fixture
def cards(town: Town) -> dict[str, Card]:
    """A card of each kind, released to Fatima and Marit; the kind is its topic."""
    card_set = town.firm.card_set()
    made = sets.every_kind(town.firm, card_set)
    sets.release(town.firm, card_set)
    sets.campaign(town.firm, card_set, people=(town.fatima, town.marit))
    return made


@pytest.fixture
def daan(town: Town) -> Phone:
    return town.phone(town.daan)


@pytest.fixture
def fatima(town: Town) -> Phone:
    return town.phone(town.fatima)


def suggest(phone: Phone, card: Card, **lines: Any) -> None:
    phone.post(f"/cards/{card.id}/suggestions", lines)


def only(phone: Phone, **query: str) -> dict[str, Any]:
    """The one item that the inbox shows."""
    (item,) = phone.get("/inbox", **query)["items"]
    return dict(item)


def text_of(town: Town, card: Card) -> dict[str, Any]:
    """The face of a card as its authors have it now."""
    town.settle()
    town.firm.db.expire_all()
    return town.firm.db.get_one(Card, card.id).face
