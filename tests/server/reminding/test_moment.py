"""What a learner is told about when reminders come."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from uuid import uuid4
from zoneinfo import ZoneInfo

import pytest

from scheduler.study_day import study_day
from server.reminding.moment import told_moment, usual_minute
from server.store.people import Person
from server.store.reviews import Review
from tests.fakes.world import World
from tests.server.firm import Firm
from tests.server.reminding import scene
from tests.server.reminding.steps import plan

AMSTERDAM = ZoneInfo("Europe/Amsterdam")


def practised(firm: Firm, person: Person, *clocks: str) -> None:
    """One answer on each of the days before, at these local times."""
    card = scene.released_cards(firm)[0]
    for ago, clock in enumerate(clocks, start=1):
        at = datetime.combine(scene.TODAY - timedelta(ago), time.fromisoformat(clock), AMSTERDAM)
        firm.add(
            Review(
                person_id=person.id, id=uuid4(), card_id=card, rating=3, took_ms=900,
                reviewed_at=at.astimezone(UTC), received_at=scene.MORNING,
                aims="readiness:0.9",
                study_day=study_day(at.astimezone(UTC), "Europe/Amsterdam"),
            )
        )  # fmt: skip


def test_before_any_reminder_there_is_nothing_to_explain(firm: Firm, fatima: Person) -> None:
    assert told_moment(firm.db, fatima) is None
    assert usual_minute(firm.db, fatima, scene.MORNING) is None


def test_the_latest_reminder_says_when_it_comes_and_why(
    firm: Firm, world: World, fatima: Person
) -> None:
    [row] = plan(firm, world)
    moment = told_moment(firm.db, fatima)
    assert moment is not None
    local = row.due_at.astimezone(AMSTERDAM)
    assert (moment.at, moment.reason) == (local.hour * 60 + local.minute, row.reason)


@pytest.mark.parametrize(
    ("clocks", "expected"),
    [
        (["08:40", "08:50", "08:30", "12:00"], None),
        (["08:40", "08:50", "08:30", "12:00", "08:35"], 8 * 60 + 40),
        (["23:50", "00:10", "00:20", "00:30", "00:05"], 10),
    ],
)
def test_a_habit_is_the_middle_of_her_latest_days(
    firm: Firm, fatima: Person, clocks: list[str], expected: int | None
) -> None:
    practised(firm, fatima, *clocks)
    assert usual_minute(firm.db, fatima, scene.MORNING) == expected
