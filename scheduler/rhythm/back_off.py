"""Leaving alone who does not answer: daily, every other working day, weekly, one question, silence.

One session begins it all anew.
"""

from datetime import date, timedelta
from enum import Enum

from scheduler.days_off import Calendar, DayLoad
from scheduler.rhythm.history import History

DAILY_UNTIL, OTHER_DAYS_UNTIL, WEEKLY_UNTIL = 3, 6, 9
"""Ignored in a row from which on the next step holds."""
WEEK = timedelta(days=7)
A_DAY = timedelta(days=1)
STARTS_ALONE, OF_DAYS = 0.8, 5
"""Share of at least so many practice days from which on somebody needs no reminder."""
_SEARCHED = 31
"""Days within which the working day before is looked for; nobody keeps a habit over more."""


class Turn(Enum):
    """What the day may bring, as far as ignored reminders go."""

    REMIND = "remind"
    WAIT = "wait"
    ASK = "ask"
    SILENT = "silent"


def turn(history: History, day: date, calendar: Calendar) -> Turn:
    """Whether `day`, a working day, is one on which this learner may be reminded."""
    ignored, last = history.ignored, history.last_reminder_on
    if history.asked_help:
        return Turn.SILENT
    if ignored < DAILY_UNTIL or last is None:
        return Turn.REMIND
    if ignored < OTHER_DAYS_UNTIL:
        return Turn.REMIND if _a_working_day_between(last, day, calendar) else Turn.WAIT
    if day - last < WEEK:
        return Turn.WAIT
    return Turn.REMIND if ignored < WEEKLY_UNTIL else Turn.ASK


def starts_alone(history: History, day: date, calendar: Calendar) -> bool:
    """Whether the learner practises without being told, and did so on the last working day."""
    if history.alone_of < OF_DAYS or history.alone < STARTS_ALONE * history.alone_of:
        return False
    last = history.last_practised_on
    if last is None:
        return False
    before = _working_day_before(day, calendar)
    return before is not None and last >= before


def _a_working_day_between(last: date, day: date, calendar: Calendar) -> bool:
    # Backwards, because mostly yesterday is one.
    between = (day - A_DAY * number for number in range(1, (day - last).days))
    return any(calendar.load(one) is not DayLoad.NONE for one in between)


def _working_day_before(day: date, calendar: Calendar) -> date | None:
    days = (day - A_DAY * number for number in range(1, _SEARCHED))
    return next((one for one in days if calendar.load(one) is not DayLoad.NONE), None)
