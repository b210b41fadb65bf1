"""When a reminder is welcome on a study day: in the learning window and not in quiet hours.

The clock on the wall has the last word: in the night of a clock change an hour comes twice or not
at all, and none may slip into quiet hours by that. Answers are kept, because thousands of
colleagues share the same times.
"""

from collections.abc import Iterator
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
    for starts_at, start, end in _open_stretches(day, time_zone, window, quiet):
        ends_at = starts_at + _MINUTE * (end - start)
        if found and found[-1][1] == starts_at:
            found[-1] = (found[-1][0], ends_at)
        else:
            found.append((starts_at, ends_at))
    return tuple(found)


@lru_cache(maxsize=_KEPT)
def by_hour(
    day: date, time_zone: str, window: Minutes, quiet: Minutes
) -> tuple[tuple[Span, ...], ...]:
    """For each hour 0 to 23 of the local clock, the welcome spans in which it shows that hour.

    More than one where the hour comes twice, or where quiet hours cut it in two.
    """
    hours: list[list[Span]] = [[] for _ in range(HOURS)]
    for starts_at, start, end in _open_stretches(day, time_zone, window, quiet):
        cuts = [start, *range(start - start % 60 + 60, end, 60), end]
        moments = [starts_at + _MINUTE * (cut - start) for cut in cuts]
        for cut, *span in zip(cuts, moments, moments[1:], strict=False):
            hours[cut // 60].append((span[0], span[1]))
    return tuple(tuple(spans) for spans in hours)


@lru_cache(maxsize=4096)
def minutes_of(spans: tuple[Span, ...], earliest: datetime | None) -> tuple[datetime, ...]:
    """The moments in these spans, a minute apart, from `earliest` on."""
    left = [(max(start, earliest or start), end) for start, end in spans]
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
    mask = np.array([bool(hour) and hour[-1][1] > earliest for hour in spans], dtype=np.bool_)
    mask.setflags(write=False)
    return mask


Stretch = tuple[datetime, int, int]
"""A moment, the minute on the wall then, and the minute up to which the wall runs on."""


def _open_stretches(
    day: date, time_zone: str, window: Minutes, quiet: Minutes
) -> Iterator[Stretch]:
    welcome = _common(_inside(window), _outside(quiet))
    for starts_at, first, last in _stretches(day, time_zone):
        for start, end in _common([(first, last)], welcome):
            yield starts_at + _MINUTE * (start - first), start, end


@lru_cache(maxsize=4096)
def _stretches(day: date, time_zone: str) -> tuple[Stretch, ...]:
    """The study day cut where the wall jumps: at midnight, and where the clock is changed."""
    zone = ZoneInfo(time_zone)
    at, ends_on = bounds(day, time_zone)
    found: list[Stretch] = []
    while at < ends_on:
        minute = _minute_of_day(at, zone)
        step = min(_HOUR, ends_on - at, _MINUTE * (MINUTES_PER_DAY - minute))
        while _minute_of_day(at + step - _MINUTE, zone) - minute != step // _MINUTE - 1:
            step -= _MINUTE
        # Noon goes on from eleven; a clock set back or forward begins anew.
        began_at, began, _ = found.pop() if found and found[-1][2] == minute else (at, minute, 0)
        found.append((began_at, began, minute + step // _MINUTE))
        at += step
    return tuple(found)


def _minute_of_day(at: datetime, zone: ZoneInfo) -> int:
    wall = at.astimezone(zone)
    return wall.hour * 60 + wall.minute


def _inside(span: Minutes) -> list[Minutes]:
    start, end = span
    return [span] if start <= end else [(0, end), (start, MINUTES_PER_DAY)]


def _outside(span: Minutes) -> list[Minutes]:
    start, end = span
    # The other way round it is the rest of the day, but for a span of nothing, which leaves all.
    return [(0, MINUTES_PER_DAY)] if start == end else _inside((end, start))


def _common(some: list[Minutes], others: list[Minutes]) -> list[Minutes]:
    pairs = ((max(a, c), min(b, d)) for a, b in some for c, d in others)
    return [(start, end) for start, end in pairs if start < end]
