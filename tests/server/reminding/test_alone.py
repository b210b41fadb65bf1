"""Who begins before the reminder comes shows that they need none; who begins after it does not."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import uuid4

import pytest

from server.reminding.alone import OVER, count_page, last_day_over
from server.store import scope
from server.store.campaigns import Campaign
from server.store.outbox import State
from server.store.people import Person
from server.store.reminders import Reminder
from server.store.reviews import Review
from server.store.rhythms import Rhythm
from tests.fakes.world import World
from tests.server.firm import Firm
from tests.server.reminding import scene
from tests.server.reminding.steps import deliver, plan

A_DAY = timedelta(days=1)


def practises(firm: Firm, fatima: Person, at: datetime) -> None:
    firm.add(
        Review(
            person_id=fatima.id, id=uuid4(), card_id=scene.released_cards(firm)[0], rating=3,
            reviewed_at=at, received_at=at, study_day=at.date(), aims="readiness:0.9",
            took_ms=4000,
        )
    )  # fmt: skip


def counted(firm: Firm, world: World) -> Rhythm:
    """Once the study day is over everywhere."""
    count_page(firm.db, last_day_over(world.clock.now() + OVER), 0)
    scope.work_for(firm.db, firm.organisation.id)
    rhythms = firm.db.query(Rhythm).join(Person, Person.id == Rhythm.person_id)
    return rhythms.filter(Person.name == "Fatima").populate_existing().one()


def reminded_at_nine(firm: Firm, world: World, days: int) -> State | None:
    """What becomes of that day's reminder."""
    world.clock.set(scene.NINE + A_DAY * days)
    return deliver(firm, world, plan(firm, world)[-1])


@pytest.fixture
def on_phone(firm: Firm, fatima: Person) -> Person:
    scene.phone(firm, fatima, "token")
    return fatima


def test_who_begins_each_day_before_the_reminder_comes_to_get_none(
    firm: Firm, world: World, on_phone: Person
) -> None:
    for days in range(5):
        world.clock.set(scene.MORNING + A_DAY * days)
        assert plan(firm, world)[-1].state == State.PLANNED
        practises(firm, on_phone, scene.MORNING + A_DAY * days)
        assert reminded_at_nine(firm, world, days) is State.DROPPED
        counted(firm, world)
    world.clock.set(scene.MORNING + A_DAY * 5)
    assert plan(firm, world)[-1].reason == "starts-alone"
    assert world.fcm.sent == []


@pytest.mark.parametrize(("minutes", "alone"), [(-20, 1), (20, 0)])
def test_what_arrives_late_counts_by_when_it_was_answered(
    firm: Firm, world: World, on_phone: Person, minutes: int, alone: int
) -> None:
    assert reminded_at_nine(firm, world, 0) is State.SENT
    practises(firm, on_phone, scene.NINE + timedelta(minutes=minutes))
    rhythm = counted(firm, world)
    assert (rhythm.alone, rhythm.alone_of) == (alone, 1)


def test_colleagues_who_begin_early_say_nothing_about_her(
    firm: Firm, world: World, campaign: Campaign, on_phone: Person
) -> None:
    bram = scene.learner(firm, "Bram", campaign=campaign)
    practises(firm, bram, scene.MORNING)
    [row] = [one for one in plan(firm, world) if one.person_id == on_phone.id]
    world.clock.set(scene.NINE)
    assert deliver(firm, world, row) is State.SENT
    practises(firm, on_phone, scene.NINE + timedelta(minutes=20))
    assert counted(firm, world).alone == 0


def test_a_session_after_the_reminder_was_not_begun_alone_whatever_came_later(
    firm: Firm, world: World, on_phone: Person
) -> None:
    assert reminded_at_nine(firm, world, 0) is State.SENT
    for minutes in (200, 5):
        practises(firm, on_phone, scene.NINE + timedelta(minutes=minutes))
    assert counted(firm, world).alone == 0
    [row] = firm.db.query(Reminder)
    assert row.state == State.SENT
