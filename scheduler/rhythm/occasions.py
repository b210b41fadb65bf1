"""Moments of a campaign worth a message: it takes the place of that day's practice reminder."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal, get_args

from scheduler.days_off import Calendar, DayLoad
from scheduler.rhythm import back_off
from scheduler.rhythm.back_off import Turn
from scheduler.rhythm.history import History

OccasionKind = Literal["start", "course-day", "check-in", "last-week", "result"]
KINDS: frozenset[str] = frozenset(get_args(OccasionKind))
NEWS: frozenset[OccasionKind] = frozenset({"course-day", "result"})
"""Those that tell something; the others ask for practice, and so need a card that waits."""


@dataclass(frozen=True, slots=True)
class Occasion:
    """What a campaign has to say on a study day."""

    kind: OccasionKind

    @property
    def is_news(self) -> bool:
        """Whether it is worth telling to somebody for whom no card waits."""
        return self.kind in NEWS


OF_ITS_DAY: frozenset[OccasionKind] = frozenset({"course-day"})
"""Those that are untrue on any other day."""
LATEST = timedelta(days=6)
"""How long back-off may put one off: beyond it the last week is over."""
_A_DAY = timedelta(days=1)


def falls_on(kind: OccasionKind, on: date, calendar: Calendar) -> date | None:
    """When a moment meant for `on` is to be told: then, or on the first working day after it."""
    first = calendar.first_open(on)
    return first if first == on or kind not in OF_ITS_DAY else None


def is_told(
    kind: OccasionKind, first: date, day: date, history: History, calendar: Calendar
) -> bool:
    """Whether one that falls on `first` is what there is to say on `day`, a working day.

    One that back-off swallowed waits for the next day on which a reminder may go out; who was told
    something since, or practised, needs it no more.
    """
    if first == day:
        return True
    if kind in OF_ITS_DAY or not first < day <= first + LATEST:
        return False
    latest = (history.last_reminder_on, history.last_practised_on)
    if any(one is not None and first <= one < day for one in latest):
        return False
    # Nothing happened since, so the history is still that of those days.
    days = (first + _A_DAY * number for number in range((day - first).days))
    return all(
        back_off.turn(history, one, calendar) is Turn.WAIT
        for one in days
        if calendar.load(one) is not DayLoad.NONE
    )
