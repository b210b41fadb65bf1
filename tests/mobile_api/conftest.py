"""Fixtures: a town in which Fatima has a set with a card of each kind to practise."""

from __future__ import annotations

import pytest

from server.store.card_sets import Card
from tests.support import sets
from tests.support.phone import Phone
from tests.support.town import Town


@pytest.fixture
def cards(town: Town) -> dict[str, Card]:
    """A card of each kind, in a campaign of Fatima's."""
    card_set = town.firm.card_set()
    made = sets.every_kind(town.firm, card_set)
    sets.release(town.firm, card_set)
    sets.campaign(town.firm, card_set, people=(town.fatima,))
    return made


@pytest.fixture
def phone(town: Town) -> Phone:
    """Fatima's."""
    return town.phone(town.fatima)
