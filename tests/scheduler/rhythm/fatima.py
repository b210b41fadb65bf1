"""Fatima's Tuesday, and the clock on her wall."""

from datetime import UTC, date, datetime
from functools import cache
from zoneinfo import ZoneInfo

from scheduler.days_off import WORKING_WEEK, Calendar
from scheduler.reminders import LearnerDay, Planned, choose

AMSTERDAM = "Europe/Amsterdam"
TUESDAY = date(2026, 5, 12)
MIDNIGHT = datetime(2026, 5, 11, 22, tzinfo=UTC)  # in Amsterdam, at the start of Tuesday
FATIMA = LearnerDay(
    study_day=TUESDAY,
    time_zone=AMSTERDAM,
    window=(9 * 60, 17 * 60),
    quiet=(22 * 60, 7 * 60),
    calendar=Calendar(WORKING_WEEK),
    cards_waiting=6,
    done_today=False,
    muted=False,
    channels=("web_push", "mail"),
    already=frozenset(),
)


def at(clock: str, day: date = TUESDAY, zone: str = AMSTERDAM) -> datetime:
    """The moment at which her clock shows that time."""
    wall = datetime.fromisoformat(f"{day}T{clock}").replace(tzinfo=ZoneInfo(zone))
    return wall.astimezone(UTC)


def planned(day: LearnerDay, now: datetime = MIDNIGHT) -> Planned:
    """The reminder, where there has to be one."""
    choice = choose(day, now)
    assert isinstance(choice, Planned)
    return choice


def wall(moment: datetime, zone: str) -> int:
    """The minute of the day on a clock there."""
    shown = moment.astimezone(ZoneInfo(zone))
    return shown.hour * 60 + shown.minute


def welcome(day: LearnerDay, moment: datetime) -> bool:
    """Told minute by minute from the clock on the wall."""
    return is_welcome(wall(moment, day.time_zone), day.window, day.quiet)


def is_welcome(minute: int, window: tuple[int, int], quiet: tuple[int, int]) -> bool:
    """Whether a reminder may come at that minute of the local day."""
    return minute in minutes_of(window) and minute not in minutes_of(quiet)


@cache
def minutes_of(span: tuple[int, int]) -> set[int]:
    """All minutes of a span that may go on past midnight."""
    start, end = span
    length = end - start if end >= start else end - start + 1440
    return {(start + minute) % 1440 for minute in range(length)}
