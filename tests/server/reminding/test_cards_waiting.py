"""A reminder comes only where the session would not be empty."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from server.store.campaigns import Campaign
from server.store.people import Person
from tests.fakes.world import World
from tests.server.firm import Firm
from tests.server.reminding import scene
from tests.server.reminding.steps import plan

TODAY = scene.TODAY
TOMORROW = TODAY + timedelta(days=1)


def why(firm: Firm, world: World) -> str:
    [row] = plan(firm, world)
    return str(row.reason)


@pytest.mark.usefixtures("fatima")
def test_new_cards_are_worth_a_reminder(firm: Firm, world: World) -> None:
    assert why(firm, world) == "window"


@pytest.mark.parametrize(("due_on", "reason"), [(TODAY, "window"), (TOMORROW, "no-cards")])
def test_met_cards_are_worth_one_when_they_are_due(
    firm: Firm, world: World, fatima: Person, due_on: date, reason: str
) -> None:
    scene.remembers(firm, fatima, due_on)
    assert why(firm, world) == reason


@pytest.mark.parametrize(("starts_on", "days"), [(TODAY - timedelta(days=3), 2), (TOMORROW, 90)])
def test_a_campaign_that_is_over_or_to_come_asks_nothing(
    firm: Firm, world: World, starts_on: date, days: int
) -> None:
    campaign = scene.campaign_with_cards(firm, "Wie?", starts_on=starts_on, days=days)
    scene.learner(firm, "Fatima", campaign=campaign)
    assert why(firm, world) == "no-cards"


def test_a_set_that_was_never_released_asks_nothing(firm: Firm, world: World) -> None:
    campaign = firm.campaign(firm.card_set(), starts_on=TODAY)
    scene.learner(firm, "Fatima", campaign=campaign)
    assert why(firm, world) == "no-cards"


@pytest.mark.usefixtures("campaign")
def test_cards_of_anothers_campaign_do_not_count(firm: Firm, world: World) -> None:
    empty = firm.campaign(firm.card_set("Leeg"), starts_on=TODAY)
    scene.learner(firm, "Fatima", campaign=empty)
    assert why(firm, world) == "no-cards"


@pytest.mark.parametrize(("back_for", "reason"), [(1, "no-cards"), (2, "window")])
def test_cards_from_a_pause_come_back_as_spread_as_they_were(
    firm: Firm, world: World, fatima: Person, back_for: int, reason: str
) -> None:
    """A pause of five days: what fell due on its second day is asked on the second day back."""
    last_day = TODAY - timedelta(days=back_for)
    first_day = last_day - timedelta(days=4)
    firm.away(fatima, first_day, last_day)
    scene.remembers(firm, fatima, first_day + timedelta(days=1))
    assert why(firm, world) == reason


@pytest.mark.usefixtures("fatima")
def test_cards_that_a_colleague_met_are_new_to_her_all_the_same(
    firm: Firm, world: World, campaign: Campaign
) -> None:
    bram = scene.learner(firm, "Bram", campaign=campaign)
    scene.remembers(firm, bram, TOMORROW)
    rows = plan(firm, world)
    assert [row.reason for row in rows] == ["window", "no-cards"]
