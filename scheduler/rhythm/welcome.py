"""When a reminder is welcome on a study day: in the learning window and not in quiet hours.

The clock on the wall has the last word: in the night of a clock change an hour comes twice or not
at all, and none may slip into quiet hours by that. Answers are kept, because thousands of
colleagues share the same times.
"""

from datetime import date, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

import numpy as np
from numpy.typing import NDArray

from scheduler.study_day import MINUTES_PER_DAY, bounds

HOURS = 24
Span = tuple[datetime, datetime]
"""From the first moment on, the second not included; both UTC."""
Minutes = tuple[int, int]
"""Start and end in minutes of the local day; see `scheduler.reminders.LearnerDay`."""
OpenHours = NDArray[np.bool_]

_MINUTE = timedelta(minutes=1)
_HOUR = timedelta(hours=1)
_KEPT = 1 << 15


@lru_cache(maxsize=_KEPT)
def openings(day: date, time_zone: str, window: Minutes, quiet: Minutes) -> tuple[Span, ...]:
    """The spans of the study day in which a reminder is welcome, in order and apart."""
    found: list[Span] = []
    for starts_at, minute, length in _stretches(day, time_zone):
        for start, end in _open_minutes(minute, minute + length, window, quiet):
            span = (starts_at + _MINUTE * (start - minute), starts_at + _MINUTE * (end - minute))
            if found and found[-1][1] == span[0]:
                found[-1] = (found[-1][0], span[1])
            else:
                found.append(span)
    return tuple(found)


@lru_cache(maxsize=_KEPT)
def by_hour(
    day: date, time_zone: str, window: Minutes, quiet: Minutes
) -> tuple[tuple[Span, ...], ...]:
    """For each hour 0 to 23 of the local clock, the welcome spans in which it shows that hour."""
    hours: list[list[Span]] = [[] for _ in range(HOURS)]
    for starts_at, minute, length in _stretches(day, time_zone):
        for start, end in _open_minutes(minute, minute + length, window, quiet):
            for hour in range(start // 60, (end + 59) // 60):
                first, last = max(start, hour * 60), min(end, hour * 60 + 60)
                hours[hour].append(
                    (starts_at + _MINUTE * (first - minute), starts_at + _MINUTE * (last - minute))
                )
    return tuple(tuple(spans) for spans in hours)


@lru_cache(maxsize=4096)
def minutes_left(
    day: date,
    time_zone: str,
    window: Minutes,
    quiet: Minutes,
    hour: int,
    earliest: datetime | None,
) -> tuple[datetime, ...]:
    """The welcome moments of that hour, a minute apart, from `earliest` on."""
    spans = by_hour(day, time_zone, window, quiet)[hour]
    left = [(max(start, earliest or start), end) for start, end in spans]
    # More spans than one where the hour comes twice, or where quiet hours cut it in two.
    return tuple(
        start + _MINUTE * number
        for start, end in left
        for number in range(-((start - end) // _MINUTE))
    )


@lru_cache(maxsize=_KEPT)
def open_hours(
    day: date, time_zone: str, window: Minutes, quiet: Minutes, earliest: datetime
) -> OpenHours:
    """For each local hour whether a reminder would be welcome in it, from `earliest` on.

    The array is shared: it cannot be written to.
    """
    spans = by_hour(day, time_zone, window, quiet)
    mask = np.array([any(end > earliest for _, end in hour) for hour in spans], dtype=np.bool_)
    mask.setflags(write=False)
    return mask


@lru_cache(maxsize=4096)
def _stretches(day: date, time_zone: str) -> tuple[tuple[datetime, int, int], ...]:
    """The study day cut where the wall jumps: moment, minute on the wall, length in minutes.

    Midnight is such a jump, a clock change another.
    """
    zone = ZoneInfo(time_zone)
    at, ends_on = bounds(day, time_zone)
    found: list[tuple[datetime, int, int]] = []
    while at < ends_on:
        minute = _minute_of_day(at, zone)
        step = min(_HOUR, ends_on - at, _MINUTE * (MINUTES_PER_DAY - minute))
        while _minute_of_day(at + step - _MINUTE, zone) - minute != step // _MINUTE - 1:
            step -= _MINUTE
        found.append((at, minute, step // _MINUTE))
        at += step
    return tuple(found)


def _minute_of_day(at: datetime, zone: ZoneInfo) -> int:
    wall = at.astimezone(zone)
    return wall.hour * 60 + wall.minute


def _open_minutes(start: int, end: int, window: Minutes, quiet: Minutes) -> list[Minutes]:
    """What of these minutes of one local day is welcome."""
    open_spans = _common([(start, end)], _within(window))
    return _common(open_spans, _within((quiet[1], quiet[0])) if quiet[0] != quiet[1] else _WHOLE)


_WHOLE = [(0, MINUTES_PER_DAY)]


def _within(span: Minutes) -> list[Minutes]:
    start, end = span
    if start <= end:
        return [span]
    return [(0, end), (start, MINUTES_PER_DAY)]


def _common(some: list[Minutes], others: list[Minutes]) -> list[Minutes]:
    pairs = [(max(a, c), min(b, d)) for a, b in some for c, d in others]
    return [(start, end) for start, end in pairs if start < end]
