"""The learner's day: it turns at 04:00 on the learner's own clock.

A person who practises after midnight is still busy with the evening before, and two answers at
09:00 and 08:55 the next morning are a day apart, whatever the 24 hours between them say.
"""

from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

TURN = timedelta(hours=4)
TURN_MINUTE = 4 * 60
MINUTES_PER_DAY = 24 * 60


def study_day(at: datetime, time_zone: str) -> date:
    """The study day on which the aware moment `at` falls for a clock in `time_zone` (IANA name)."""
    if at.tzinfo is None:
        raise ValueError("a moment needs a time zone")
    wall = at.astimezone(ZoneInfo(time_zone)).replace(tzinfo=None)
    return (wall - TURN).date()


# Millions of colleagues share a day and a zone.
@lru_cache(maxsize=4096)
def bounds(day: date, time_zone: str) -> tuple[datetime, datetime]:
    """The first moment of a study day and the first moment after it, in UTC.

    23 or 25 hours apart where the clock is changed that night.
    """
    tomorrow = day + timedelta(days=1)
    return (
        local_moment(day, TURN_MINUTE, time_zone),
        local_moment(tomorrow, TURN_MINUTE, time_zone),
    )


@lru_cache(maxsize=1 << 15)
def local_moment(day: date, minute_of_day: int, time_zone: str) -> datetime:
    """The moment, in UTC, at which a clock in `time_zone` shows `minute_of_day` on study day `day`.

    Minutes count from midnight, 0 to 1439; those before 04:00 belong to the night that ends the
    study day. A time that is skipped in spring becomes the first moment after the gap; a time that
    comes twice in autumn is the first of the two.
    """
    if not 0 <= minute_of_day < MINUTES_PER_DAY:
        raise ValueError(f"minute_of_day must be 0 to 1439, not {minute_of_day}")
    calendar_day = day if minute_of_day >= TURN_MINUTE else day + timedelta(days=1)
    wall = datetime.combine(calendar_day, time(minute_of_day // 60, minute_of_day % 60))
    zone = ZoneInfo(time_zone)
    while (moment := _moment(wall, zone)) is None:
        wall += timedelta(minutes=1)
    return moment


def _moment(wall: datetime, zone: ZoneInfo) -> datetime | None:
    """The first moment with this wall time, or None when the clock skips it."""
    moment = wall.replace(tzinfo=zone).astimezone(UTC)
    exists = moment.astimezone(zone).replace(tzinfo=None) == wall
    return moment if exists else None


def monday_of(day: date) -> date:
    """The Monday of the day's week."""
    return day - timedelta(days=day.weekday())
