"""Whether to remind a learner on a study day, and when: at most once, and only when welcome."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import Literal
from zoneinfo import ZoneInfo

from scheduler.days_off import Calendar, DayLoad
from scheduler.study_day import MINUTES_PER_DAY, bounds, local_moment

PRACTICE = "practice"

Obstacle = Literal[
    "done",
    "already",
    "paused",
    "muted",
    "no-cards",
    "no-channel",
    "holiday",
    "not-a-working-day",
    "outside-window",
]


@dataclass(frozen=True, slots=True)
class LearnerDay:
    """All that decides about a reminder to one learner on one study day.

    `window` and `quiet`: start and end in minutes of the local day, 0 to 1440, the end not
    included; an end before the start lies past midnight, an end equal to it means never.
    `calendar`: the days that ask something. `preferred_minute`: local minute, 0 to 1439.
    `channels`: in the order to try. `already`: the kinds the ledger holds for this study day.
    """

    study_day: date
    time_zone: str
    window: tuple[int, int]
    quiet: tuple[int, int]
    calendar: Calendar
    preferred_minute: int | None
    cards_waiting: int
    done_today: bool
    muted: bool
    channels: tuple[str, ...]
    already: frozenset[str]


@dataclass(frozen=True, slots=True)
class Planned:
    """A reminder to send from `due_at` on, and not any more at `expires_at` (both UTC)."""

    due_at: datetime
    expires_at: datetime
    kind: str
    channels: tuple[str, ...]
    reason: Literal["preferred", "window"]


@dataclass(frozen=True, slots=True)
class NotPlanned:
    """No reminder on this study day, and why."""

    reason: Obstacle


def choose(day: LearnerDay, now: datetime) -> Planned | NotPlanned:
    """The one reminder of a study day, at `now` or later, or the reason why there is none.

    It comes at the preferred minute, else at the first moment after it that lies inside the
    learning window, outside quiet hours and within the study day; with none left after it, at the
    first such moment from now.
    """
    if obstacle := _obstacle(day):
        return NotPlanned(obstacle)
    preferred = _preferred(day)
    earliest = [max(preferred, now), now] if preferred else [now]
    due_at = next((at for start in earliest if (at := _first_welcome(day, start))), None)
    if due_at is None:
        return NotPlanned("outside-window")
    return Planned(
        due_at=due_at,
        expires_at=_expiry(day, due_at),
        kind=PRACTICE,
        channels=day.channels,
        reason="preferred" if due_at == preferred else "window",
    )


def _obstacle(day: LearnerDay) -> Obstacle | None:
    obstacles: dict[Obstacle, bool] = {
        "done": day.done_today,
        "already": bool(day.already),
        "paused": day.calendar.is_paused(day.study_day),
        "muted": day.muted,
        "no-cards": day.cards_waiting < 1,
        "no-channel": not day.channels,
        "holiday": day.study_day in day.calendar.holidays,
        "not-a-working-day": day.calendar.load(day.study_day) is DayLoad.NONE,
    }
    return next((reason for reason, holds in obstacles.items() if holds), None)


def _preferred(day: LearnerDay) -> datetime | None:
    if day.preferred_minute is None:
        return None
    return local_moment(day.study_day, day.preferred_minute, day.time_zone)


def _first_welcome(day: LearnerDay, earliest: datetime) -> datetime | None:
    """The first moment from `earliest` on at which a reminder is welcome.

    Welcome times begin where the window opens or quiet hours end. The clock on the wall has the
    last word, so that the night of a clock change cannot let one slip into quiet hours.
    """
    starts_on, ends_on = bounds(day.study_day, day.time_zone)
    openings = [_edge(day, day.window[0]), _edge(day, day.quiet[1])]
    moments = sorted(max(moment, earliest) for moment in (starts_on, *openings))
    return next(
        (moment for moment in moments if moment < ends_on and _is_welcome(day, moment)), None
    )


def _is_welcome(day: LearnerDay, moment: datetime) -> bool:
    return _is_open(_minute_of_day(day.time_zone, moment), day.window, day.quiet)


def _expiry(day: LearnerDay, due_at: datetime) -> datetime:
    """The first moment at which a reminder due at `due_at` is no longer welcome."""
    start = due_at.replace(second=0, microsecond=0) + timedelta(minutes=1)
    ends_on = bounds(day.study_day, day.time_zone)[1]
    return _first_closed(start, ends_on, day.time_zone, day.window, day.quiet)


# Walking a window costs some 500 steps, and thousands of colleagues share the same one.
@lru_cache(maxsize=4096)
def _first_closed(
    at: datetime, ends_on: datetime, time_zone: str, window: tuple[int, int], quiet: tuple[int, int]
) -> datetime:
    """Walked minute by minute on the wall.

    In the night of a clock change a closing time can come twice, or not at all.
    """
    while at < ends_on and _is_open(_minute_of_day(time_zone, at), window, quiet):
        at += timedelta(minutes=1)
    return at


def _is_open(minute: int, window: tuple[int, int], quiet: tuple[int, int]) -> bool:
    return _within(minute, window) and not _within(minute, quiet)


def _edge(day: LearnerDay, minute: int) -> datetime:
    return local_moment(day.study_day, minute % MINUTES_PER_DAY, day.time_zone)


def _minute_of_day(time_zone: str, moment: datetime) -> int:
    wall = moment.astimezone(ZoneInfo(time_zone))
    return wall.hour * 60 + wall.minute


def _within(minute: int, span: tuple[int, int]) -> bool:
    start, end = span
    if start <= end:
        return start <= minute < end
    return minute >= start or minute < end
