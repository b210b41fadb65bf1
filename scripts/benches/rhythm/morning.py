"""One learner before a day is decided about, with the luck that the day will bring."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache

from scheduler.days_off import DayLoad
from scheduler.reminders import earliest
from scheduler.rhythm.arms import Flags
from scheduler.rhythm.history import History
from scheduler.rhythm.welcome import open_hours
from scheduler.study_day import MINUTES_PER_DAY, bounds, local_moment
from scripts.benches.rhythm.life import IN_TIME, Life
from scripts.benches.rhythm.people import Person

LUCK = 7
"""Throws a day and person."""
LATE, NO_CARDS, SNOOZED = 0.05, 0.1, 0.01
"""Shares of days: decided about in their midst, without a card, ending in "not this week"."""
_BACK, _DAY_OFF = 0.3, 0.1
"""How often somebody who came back practises alone, and what a day off leaves of it."""
_SLOWEST = 110
"""Minutes between a reminder and its answer, at most."""


@dataclass(frozen=True, slots=True)
class Morning:
    """`now`: when the day is decided. `alone_at`: when they would practise of their own accord."""

    life: Life
    history: History
    now: datetime
    alone_at: datetime | None
    card: bool
    answers: float
    delay: timedelta
    snoozes: bool

    def open_hours(self, day: date) -> Flags:
        """In which hours a reminder would be welcome."""
        person = self.life.person
        first = earliest(self.history, self.now)
        return open_hours(day, person.time_zone, person.window, person.quiet, first)

    def alone_soon_after(self, sent_at: datetime) -> bool:
        """Whether their own practice would look like an answer."""
        return self.alone_at is not None and self.alone_at <= sent_at + IN_TIME


def morning(life: Life, day: date, luck: list[float]) -> Morning:
    """That person on that day; `luck` has `LUCK` numbers from 0 to 1."""
    alone, when, late, card, answers, delay, snoozes = luck
    starts_at, ends_at = _bounds(day, life.person.time_zone)
    midst = (ends_at - starts_at) * (late / LATE) if late < LATE else timedelta()
    return Morning(
        life=life,
        history=life.history(day),
        now=starts_at + midst,
        alone_at=_alone_at(life.person, day, alone, when),
        card=card >= NO_CARDS and day >= life.person.starts_on,
        answers=answers,
        delay=timedelta(minutes=1 + _SLOWEST * delay),
        snoozes=snoozes < SNOOZED,
    )


def _alone_at(person: Person, day: date, alone: float, when: float) -> datetime | None:
    if day < person.starts_on or alone >= _eager(person, day):
        return None
    minute = round(person.best_minute + 180 * (when - 0.5)) % MINUTES_PER_DAY
    return local_moment(day, minute, person.time_zone)


def _eager(person: Person, day: date) -> float:
    back = person.comes_back_on is not None and day >= person.comes_back_on
    eager = _BACK if back else person.practises_alone
    return eager * _DAY_OFF if person.calendar.load(day) is DayLoad.NONE else eager


_bounds = lru_cache(maxsize=16)(bounds)
