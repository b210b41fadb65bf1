"""When a simulated learner practises: on most working days, hardly in the holiday."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from random import Random

from scheduler.study_day import local_moment
from server.demo.cast import Part

IN_HOLIDAY = 0.15
AT_WEEKENDS = 0.04
WAY_TO_WORK = (7 * 60 + 30, 9 * 60)
DURING_WORK = (9 * 60, 17 * 60)
ON_THE_WAY = 0.3
FRIDAY = 5


@dataclass(frozen=True, slots=True)
class Term:
    """The study days of the history, and its one holiday week, from a Monday on."""

    first: date
    last: date
    holiday: date

    def days(self) -> Iterator[date]:
        """Every day, in order."""
        day = self.first
        while day <= self.last:
            yield day
            day += timedelta(days=1)

    def is_holiday(self, day: date) -> bool:
        """Whether most people are away."""
        return self.holiday <= day < self.holiday + timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Habits:
    """One learner's attendance."""

    part: Part
    term: Term
    dice: Random

    def moment_on(self, day: date) -> datetime | None:
        """When the learner sits down on that study day; None on a day without practice."""
        if self.dice.random() >= self._chance(day):
            return None
        start, end = WAY_TO_WORK if self.dice.random() < ON_THE_WAY else DURING_WORK
        minute = self.dice.randrange(start, end)
        seconds = timedelta(seconds=self.dice.randrange(60))
        return local_moment(day, minute, self.part.time_zone) + seconds

    def _chance(self, day: date) -> float:
        term_days = (self.term.last - self.term.first).days + 1
        if (day - self.term.first).days >= self.part.leaves_after * term_days:
            return 0.0
        if day.isoweekday() > FRIDAY:
            return AT_WEEKENDS
        return self.part.diligence * (IN_HOLIDAY if self.term.is_holiday(day) else 1.0)
