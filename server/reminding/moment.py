"""When a learner's reminders come, in terms that a screen can tell."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from statistics import median_low
from typing import Final
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from scheduler.study_day import TURN_MINUTE, study_day
from server.store import reminders, reviews
from server.store.people import Person

# Fewer days say nothing about a habit; older ones speak of another.
_LEAST_DAYS: Final = 5
_MOST_DAYS: Final = 14
_LOOKS_BACK: Final = timedelta(days=60)
_MINUTES_A_DAY: Final = 24 * 60


@dataclass(frozen=True, slots=True)
class Moment:
    """A minute of the local day, and the rule that chose it."""

    at: int
    reason: str


def told_moment(db: Session, person: Person) -> Moment | None:
    """That of the latest reminder; None before there was one."""
    row = reminders.latest_planned(db, person.id)
    return Moment(_minute(row.due_at, person), row.reason) if row else None


def usual_minute(db: Session, person: Person, now: datetime) -> int | None:
    """When practice usually begins: the middle of the latest days, None while they are few."""
    since = study_day(now, person.time_zone) - _LOOKS_BACK
    begun = reviews.first_of_days(db, person.id, _MOST_DAYS, since)
    if len(begun) < _LEAST_DAYS:
        return None
    # Counted from when the study day turns, or half past midnight would come before breakfast.
    late = [(_minute(one, person) - TURN_MINUTE) % _MINUTES_A_DAY for one in begun]
    return _rounded(median_low(late) + TURN_MINUTE) % _MINUTES_A_DAY


def _rounded(minute: int) -> int:
    """To five minutes, as people name a time."""
    return round(minute / 5) * 5


def _minute(moment: datetime, person: Person) -> int:
    local = moment.astimezone(ZoneInfo(person.time_zone))
    return local.hour * 60 + local.minute
