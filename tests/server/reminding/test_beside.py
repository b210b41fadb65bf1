"""Reminders of a pre-test, and of the one card a week when campaigns are over."""

from __future__ import annotations

from datetime import timedelta
from itertools import pairwise

import pytest

from scheduler.baseline import Window
from server.store import pre_tests
from server.store.campaigns import Campaign, CampaignCardSet
from server.store.card_memory import CardMemory
from server.store.people import Person
from server.store.reminders import Reminder
from server.store.reviews import Review, TakeBack
from tests.fakes.world import World
from tests.server.firm import Firm
from tests.server.reminding import scene
from tests.server.reminding.scene import TODAY
from tests.server.reminding.steps import plan

DAY = timedelta(days=1)


def reasons(firm: Firm, world: World) -> list[str]:
    return [str(row.reason) for row in plan(firm, world)]


@pytest.fixture
def before(firm: Firm) -> Person:
    """Fatima two days before a campaign that has a pre-test."""
    campaign = scene.campaign_with_cards(firm, "Wie?", "Wat?", starts_on=TODAY + 2 * DAY)
    window = Window(TODAY - 5 * DAY, TODAY + DAY)
    campaign.pre_test = pre_tests.kept(window, scene.released_cards(firm)[:1])
    return scene.learner(firm, "Fatima", campaign=campaign)


@pytest.fixture
def after(firm: Firm) -> Person:
    """Fatima whose campaign is over; she answered its cards last a week ago."""
    campaign = scene.campaign_with_cards(firm, "Wie?", starts_on=TODAY - 20 * DAY, days=14)
    fatima = scene.learner(firm, "Fatima", campaign=campaign)
    scene.remembers(firm, fatima, TODAY + 30 * DAY)
    firm.db.query(CardMemory).update({"last_study_day": TODAY - 7 * DAY})
    return fatima


@pytest.mark.usefixtures("before")
def test_an_open_pre_test_is_worth_a_reminder(firm: Firm, world: World) -> None:
    assert reasons(firm, world) == ["window"]


def test_one_that_was_answered_is_not(firm: Firm, world: World, before: Person) -> None:
    scene.practises(firm, before, TODAY - DAY)
    assert reasons(firm, world) == ["no-cards"]


def test_one_that_a_colleague_answered_is_hers_all_the_same(
    firm: Firm, world: World, before: Person
) -> None:
    [campaign] = firm.db.query(Campaign)
    scene.practises(firm, scene.learner(firm, "Bram", campaign=campaign), TODAY - DAY)
    assert [row.reason for row in plan(firm, world)] == ["window", "no-cards"]
    assert before.id == firm.db.query(Reminder.person_id).filter_by(reason="window").scalar()


def test_one_whose_answer_was_taken_back_is(firm: Firm, world: World, before: Person) -> None:
    scene.practises(firm, before, TODAY - DAY)
    [answer] = firm.db.query(Review)
    firm.add(TakeBack(person_id=before.id, review_id=answer.id, taken_back_at=scene.MORNING))
    assert reasons(firm, world) == ["window"]


def test_one_of_a_set_that_is_practised_already_is_not(
    firm: Firm, world: World, before: Person
) -> None:
    [tested] = firm.db.query(CampaignCardSet)
    running = scene.campaign_with_cards(firm, "Waar?")
    firm.enrol(running, before)
    scene.remembers(firm, before, TODAY + 30 * DAY)
    assert reasons(firm, world) == ["window"]
    firm.db.query(Reminder).delete()
    firm.add(CampaignCardSet(campaign_id=running.id, card_set_id=tested.card_set_id))
    assert reasons(firm, world) == ["no-cards"]


@pytest.mark.usefixtures("after")
def test_the_card_of_the_week_is_worth_one(firm: Firm, world: World) -> None:
    assert reasons(firm, world) == ["window"]


def test_before_the_week_is_over_it_is_not(firm: Firm, world: World, after: Person) -> None:
    assert after.upkeep
    firm.db.query(CardMemory).update({"last_study_day": TODAY - 6 * DAY})
    assert reasons(firm, world) == ["no-cards"]


def test_who_does_without_upkeep_hears_nothing(firm: Firm, world: World, after: Person) -> None:
    after.upkeep = False
    assert reasons(firm, world) == ["no-cards"]


@pytest.mark.usefixtures("after")
def test_it_is_reminded_of_once_a_week_at_most(firm: Firm, world: World) -> None:
    reminded = []
    for number in range(15):
        row = plan(firm, world)[-1]
        if row.reason != "no-cards":
            row.state = "sent"
            reminded.append(number)
        firm.db.flush()
        world.clock.tick(days=1)
    assert all(later - earlier >= 7 for earlier, later in pairwise(reminded))
    assert len(reminded) >= 2
