"""Study days of all sorts: zones ahead and behind, nights of clock changes, the leap day."""

from datetime import UTC, date, datetime, timedelta

from hypothesis import strategies as st

from scheduler.days_off import EVERY_DAY, Calendar
from scheduler.reminders import LearnerDay
from scheduler.rhythm.history import History
from scheduler.rhythm.occasions import KINDS, Occasion

ZONES = (
    "Europe/Amsterdam",
    "America/St_Johns",
    "Asia/Kathmandu",
    "Australia/Lord_Howe",
    "Pacific/Kiritimati",
    "Pacific/Honolulu",
    "Africa/Cairo",  # sets its clock forward at midnight
)
SPECIAL = (
    date(2028, 2, 29),
    date(2026, 3, 28),
    date(2026, 10, 24),
    date(2026, 3, 7),
    date(2026, 10, 31),
    date(2026, 4, 4),
    date(2026, 10, 3),
    date(2026, 4, 23),
    date(2026, 10, 29),
    date(2026, 12, 31),
)
minutes = st.integers(0, 1439)
spans = st.tuples(st.integers(0, 1440), st.integers(0, 1440))
dates = st.one_of(
    st.sampled_from(SPECIAL), st.dates(min_value=date(2026, 1, 1), max_value=date(2028, 12, 31))
)


def moment_of(day: date, hours: float) -> datetime:
    """So many hours after midnight in Greenwich."""
    return datetime.combine(day, datetime.min.time(), UTC) + timedelta(hours=hours)


@st.composite
def days(draw: st.DrawFn) -> LearnerDay:
    """A day on which nothing but the times, or what happened yesterday, can be in the way."""
    day = draw(dates)
    return LearnerDay(
        study_day=day,
        time_zone=draw(st.sampled_from(ZONES)),
        window=draw(spans),
        quiet=draw(spans),
        calendar=Calendar(EVERY_DAY),
        cards_waiting=1,
        done_today=False,
        muted=False,
        channels=("fcm", "mail"),
        already=frozenset(),
        person=draw(st.integers(0, 10**12)),
        own_minute=draw(st.none() | minutes),
        hour=draw(st.none() | st.integers(0, 23)),
        history=draw(histories(day)),
        occasion=draw(st.none() | st.sampled_from(sorted(KINDS)).map(Occasion)),  # type: ignore[arg-type]  # a sorted Literal is a str
    )


@st.composite
def histories(draw: st.DrawFn, day: date) -> History:
    """Of somebody who answers: reminded and practising lately."""
    ago = st.floats(-20, 30).map(lambda hours: moment_of(day, 14 - hours))
    return History(
        last_reminder_at=draw(st.none() | ago),
        last_session_at=draw(st.none() | ago),
        in_week=draw(st.integers(0, 4)),
    )


nows = st.floats(-14, 40)
"""Hours after midnight in Greenwich at which a day is decided about."""
