"""What an admin allows a week holds for every reminder, also for one that was planned before."""

from __future__ import annotations

from datetime import timedelta

import pytest

from server.store.outbox import State
from server.store.people import Person
from server.store.rhythms import Rhythm
from tests.fakes.world import World
from tests.server.firm import Firm
from tests.server.reminding import scene
from tests.server.reminding.steps import deliver, plan

MONDAY = scene.TODAY - timedelta(days=scene.TODAY.weekday())


@pytest.fixture
def reminded_twice(firm: Firm, fatima: Person) -> Person:
    """Fatima, who had two reminders this week already."""
    firm.add(
        Rhythm(
            person_id=fatima.id, week=MONDAY, in_week=2,
            last_reminder_at=scene.MORNING - timedelta(days=1),
            last_reminder_on=scene.TODAY - timedelta(days=1),
        )
    )  # fmt: skip
    return fatima


@pytest.mark.usefixtures("reminded_twice")
@pytest.mark.parametrize(("allowed", "state"), [(3, "planned"), (2, "skipped"), (1, "skipped")])
def test_no_more_are_planned_than_are_allowed(
    firm: Firm, world: World, allowed: int, state: str
) -> None:
    firm.organisation.reminders_a_week = allowed
    [row] = plan(firm, world)
    assert row.state == state
    assert (row.reason == "week-full") is (state == "skipped")


@pytest.mark.usefixtures("reminded_twice")
def test_allowing_fewer_holds_at_once(firm: Firm, world: World) -> None:
    [row] = plan(firm, world)
    world.clock.set(row.due_at)
    firm.organisation.reminders_a_week = 2
    firm.db.flush()
    assert deliver(firm, world, row) is State.DROPPED
    firm.db.refresh(row)
    assert row.reason == "week-full"
