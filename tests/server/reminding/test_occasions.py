"""Moments of a campaign, for who answers and for whom reminders leave alone."""

from __future__ import annotations

from datetime import timedelta

import pytest

from server.store.campaigns import Campaign
from server.store.outbox import State
from server.store.people import Person
from server.store.reminders import Reminder
from server.store.rhythms import Rhythm
from tests.fakes.world import World
from tests.server.firm import Firm
from tests.server.reminding import scene
from tests.server.reminding.steps import deliver, plan

A_DAY = timedelta(days=1)


@pytest.fixture
def tired(firm: Firm, fatima: Person, campaign: Campaign) -> Person:
    """Fatima ignored four reminders, yesterday's too, and today a new programme starts."""
    campaign.starts_on = scene.TODAY
    firm.add(Rhythm(person_id=fatima.id, ignored=4, last_reminder_on=scene.TODAY - A_DAY))
    return fatima


def day_after(firm: Firm, world: World, days: int) -> Reminder:
    world.clock.set(scene.MORNING + A_DAY * days)
    return plan(firm, world)[-1]


@pytest.mark.usefixtures("tired")
def test_a_start_that_back_off_swallows_is_told_the_next_day(firm: Firm, world: World) -> None:
    today = day_after(firm, world, 0)
    assert (today.state, today.reason) == (State.SKIPPED, "backing-off")
    tomorrow = day_after(firm, world, 1)
    assert (tomorrow.state, tomorrow.kind) == (State.PLANNED, "start")
    world.clock.set(scene.NINE + A_DAY)
    assert deliver(firm, world, tomorrow) is State.SENT
    assert world.mailer.sent[-1].subject == "Je oefening begint"
    assert [day_after(firm, world, days).kind for days in (2, 3)] == ["practice"] * 2


def test_who_practised_meanwhile_needs_no_telling(firm: Firm, world: World, tired: Person) -> None:
    day_after(firm, world, 0)
    scene.practises(firm, tired)
    tomorrow = day_after(firm, world, 1)
    assert (tomorrow.state, tomorrow.kind) == (State.PLANNED, "practice")


def test_colleagues_of_one_programme_are_told_each_on_their_own_day(
    firm: Firm, world: World, tired: Person, campaign: Campaign
) -> None:
    bram = scene.learner(firm, "Bram", campaign=campaign)
    today = {row.person_id: row.kind for row in plan(firm, world)}
    assert today == {tired.id: "practice", bram.id: "start"}
    world.clock.set(scene.MORNING + A_DAY)
    rows = plan(firm, world)
    tomorrow = {row.person_id: row.kind for row in rows if row.study_day > scene.TODAY}
    assert tomorrow == {tired.id: "start", bram.id: "practice"}


@pytest.mark.usefixtures("fatima")
def test_an_occasion_has_words_of_its_own(firm: Firm, world: World, campaign: Campaign) -> None:
    campaign.starts_on = scene.TODAY
    [row] = plan(firm, world)
    assert (row.kind, row.wording, row.wording_propensity) == ("start", None, None)
    assert day_after(firm, world, 1).wording is not None


@pytest.mark.parametrize(("days", "kind"), [(5, "practice"), (7, "start"), (8, "last-week")])
def test_a_programme_of_a_week_has_no_last_week_before_it_begins(
    firm: Firm, world: World, fatima: Person, days: int, kind: str
) -> None:
    starts_on = scene.TODAY - timedelta(days=days - 7)
    firm.enrol(scene.campaign_with_cards(firm, "Kort?", starts_on=starts_on, days=days), fatima)
    [row] = plan(firm, world)
    assert row.kind == kind
