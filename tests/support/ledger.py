"""Reminders that were judged, each picked evenly of two open hours and of all wordings."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from random import Random
from typing import Any, Final
from zoneinfo import ZoneInfo

from server.reminding.tallies import WORDINGS
from server.store.outbox import State
from server.store.people import Person
from server.store.reminders import Reminder
from tests.server.firm import TODAY, Firm

HOURS = (9, 10)
WINDOW: Final[dict[str, Any]] = {"window_from": 9 * 60, "window_until": 11 * 60}
ANSWERED = {9: 0.2, 10: 0.7}


def remind(
    firm: Firm, people: int, days: int, *, first: date = TODAY, those: Sequence[Person] = ()
) -> None:
    """So many people are reminded on each of these days; at ten most of them answer."""
    luck = Random(1)
    persons = those or [
        firm.person(f"Fatima {first} {number}", **WINDOW) for number in range(people)
    ]
    for day in (first + timedelta(days=number) for number in range(days)):
        for person in persons:
            hour = luck.choice(HOURS)
            sent_at = _at(day, hour, person)
            firm.db.add(
                Reminder(
                    person_id=person.id, study_day=day, kind="practice", state=State.SENT.value,
                    channels=["fcm"], reason="usual-hour", attempts=1, due_at=sent_at,
                    expires_at=sent_at + timedelta(hours=5), sent_at=sent_at, hour=hour,
                    hour_propensity=1 / len(HOURS), wording=luck.choice(WORDINGS),
                    wording_propensity=1 / len(WORDINGS), judged_at=sent_at + timedelta(hours=2),
                    answered=luck.random() < ANSWERED[hour],
                )
            )  # fmt: skip
    firm.db.flush()


def _at(day: date, hour: int, person: Person) -> datetime:
    local = datetime.combine(day, time(hour, 20), ZoneInfo(person.time_zone))
    return local.astimezone(UTC)
