"""How much each study day asks of a learner: all of the budget, half of it on an easy day, or none.

Days off never move a due day. What falls due on one waits for the next day that asks something, as
what the budget left over does; so memory stays the fold of the answers alone.
"""

from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from functools import lru_cache
from math import ceil

from scheduler.pause import Pause

DAYS_IN_WEEK = 7
_SEARCHED = 3 * 366
"""Days within which a day without an end of days off is given up: longer than any pause."""


class DayLoad(StrEnum):
    """The share of the budget that a day asks."""

    FULL = "full"
    HALF = "half"
    NONE = "none"


WORKING_WEEK = (*[DayLoad.FULL] * 5, *[DayLoad.NONE] * 2)
EVERY_DAY = (DayLoad.FULL,) * DAYS_IN_WEEK
_HALVES = {DayLoad.FULL: 2, DayLoad.HALF: 1, DayLoad.NONE: 0}


@dataclass(frozen=True, slots=True)
class Calendar:
    """One learner's days: the week from Monday on, public holidays, and pauses."""

    week: tuple[DayLoad, ...] = EVERY_DAY
    holidays: frozenset[date] = field(default_factory=frozenset)
    pauses: tuple[Pause, ...] = ()

    def load(self, day: date) -> DayLoad:
        """What that day asks; nothing on a holiday and in a pause."""
        if day in self.holidays or self.is_paused(day):
            return DayLoad.NONE
        return self.week[day.weekday()]

    def is_paused(self, day: date) -> bool:
        """Whether the learner is away that day."""
        # Hardly anybody is, and a night asks it of a million.
        return bool(self.pauses) and any(pause.covers(day) for pause in self.pauses)

    def budget(self, day: date, cards: int) -> int:
        """The cards of that day, where a full day has `cards`; half a card counts as one."""
        return ceil(cards * _HALVES[self.load(day)] / 2)

    def first_open(self, day: date) -> date | None:
        """That day or the first one after it that asks something; None where none is in sight."""
        days = (day + timedelta(days=number) for number in range(_SEARCHED))
        return next((one for one in days if self.load(one) is not DayLoad.NONE), None)

    def full_days(self, first: date, last: date) -> int:
        """How many full days there are from first to last; easy ones count half, rounded up."""
        return _full_days(self, first, last)


@lru_cache(maxsize=4096)  # a cohort has the same days, and walking two years takes a while
def _full_days(calendar: Calendar, first: date, last: date) -> int:
    span = range((last - first).days + 1)
    days = (first + timedelta(days=number) for number in span)
    return ceil(sum(_HALVES[calendar.load(day)] for day in days) / 2)
