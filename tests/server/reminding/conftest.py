"""Fixtures: the firm on both databases, and a world that stands still at eight in the morning."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from server.store.campaigns import Campaign
from server.store.people import Person
from tests.fakes.clock import SetClock
from tests.fakes.world import World
from tests.server.firm import Firm, found, session_on
from tests.server.reminding import scene


@pytest.fixture
def firm(database_url: str) -> Iterator[Firm]:
    with session_on(database_url) as db:
        yield found(db)


@pytest.fixture
def world() -> World:
    return World(SetClock(scene.MORNING))


@pytest.fixture
def campaign(firm: Firm) -> Campaign:
    return scene.campaign_with_cards(firm, "Wat doe je met een vreemde link?", "Wie bel je?")


@pytest.fixture
def fatima(firm: Firm, campaign: Campaign) -> Person:
    return scene.learner(firm, "Fatima", campaign=campaign)
