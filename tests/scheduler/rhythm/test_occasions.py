from dataclasses import replace
from datetime import date, timedelta
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scheduler.days_off import EVERY_DAY, WORKING_WEEK, Calendar, DayLoad
from scheduler.reminders import PRACTICE, LearnerDay, NotPlanned, Planned, choose
from scheduler.rhythm.back_off import DAILY_UNTIL, WEEKLY_UNTIL
from scheduler.rhythm.history import History
from scheduler.rhythm.occasions import (
    LATEST,
    OF_ITS_DAY,
    Occasion,
    OccasionKind,
    falls_on,
    is_told,
)
from tests.scheduler.rhythm.fatima import FATIMA, at
from tests.scheduler.rhythm.test_back_off import A_DAY, MONDAY, calendars
from tests.scheduler.strategies import quick

SATURDAY, WHIT_MONDAY, TUESDAY = date(2026, 5, 23), date(2026, 5, 25), date(2026, 5, 26)
kinds = st.sampled_from(get_args(OccasionKind))
movable = kinds.filter(lambda kind: kind not in OF_ITS_DAY)


def test_an_occasion_on_a_day_off_is_told_on_the_next_working_day() -> None:
    calendar = Calendar(WORKING_WEEK, frozenset({WHIT_MONDAY}))
    assert falls_on("start", SATURDAY, calendar) == TUESDAY
    assert falls_on("start", TUESDAY, calendar) == TUESDAY


def test_nobody_hears_afterwards_that_their_course_is_today() -> None:
    calendar = Calendar(WORKING_WEEK)
    assert falls_on("course-day", SATURDAY, calendar) is None
    assert falls_on("course-day", TUESDAY, calendar) == TUESDAY
    tired = History(ignored=DAILY_UNTIL, last_reminder_on=TUESDAY - A_DAY)
    wednesday = TUESDAY + A_DAY
    assert not is_told("course-day", TUESDAY, wednesday, tired, Calendar(EVERY_DAY))
    assert is_told("start", TUESDAY, wednesday, tired, Calendar(EVERY_DAY))


def test_who_never_works_is_never_told() -> None:
    assert falls_on("result", SATURDAY, Calendar((DayLoad.NONE,) * 7)) is None


def lived(history: History, kind: OccasionKind, first: date, calendar: Calendar) -> list[date]:
    """The days on which somebody who never answers is told of it, in two weeks."""
    told = list[date]()
    for day in (first + A_DAY * number for number in range(14)):
        has = is_told(kind, first, day, history, calendar)
        occasion = Occasion(kind) if has else None
        today = replace(FATIMA, study_day=day, calendar=calendar, history=history, most_a_week=7)
        choice = choose(replace(today, occasion=occasion), at("04:00", day))
        if isinstance(choice, Planned):
            told += [day] * (choice.kind == kind)
            history = replace(history, ignored=history.ignored + 1, last_reminder_on=day)
    return told


def allowed(history: History, first: date, calendar: Calendar) -> list[date]:
    """The days from the first one on which back-off would let one reminder out."""
    days = (first + A_DAY * number for number in range(LATEST.days + 1))
    plain = (replace(FATIMA, study_day=day, calendar=calendar, history=history) for day in days)
    return [one.study_day for one in plain if is_practice(one)]


def is_practice(day: LearnerDay) -> bool:
    choice = choose(day, at("04:00", day.study_day))
    return isinstance(choice, Planned) and choice.kind == PRACTICE


@quick
@given(movable, st.integers(0, WEEKLY_UNTIL - 1), st.integers(1, 20), calendars, st.integers(0, 9))
def test_what_back_off_swallows_is_told_once_on_the_next_day_that_may_be(
    kind: OccasionKind, ignored: int, ago: int, calendar: Calendar, after: int
) -> None:
    first = falls_on(kind, MONDAY + A_DAY * after, calendar)
    if first is None:
        return
    history = History(ignored=ignored, last_reminder_on=first - A_DAY * ago)
    assert lived(history, kind, first, calendar) == allowed(history, first, calendar)[:1]


@quick
@given(movable, st.integers(1, LATEST.days), st.booleans())
def test_who_came_back_or_was_told_since_needs_it_no_more(
    kind: OccasionKind, days: int, practised: bool
) -> None:
    day, calendar = TUESDAY + A_DAY * days, Calendar(EVERY_DAY)
    tired = History(ignored=7, last_reminder_on=TUESDAY - A_DAY)
    assert is_told(kind, TUESDAY, day, tired, calendar) is (days <= 6)
    for since in (TUESDAY, day - A_DAY):
        back = History(last_practised_on=since) if practised else History(7, None, since)
        assert not is_told(kind, TUESDAY, day, back, calendar)


@quick
@given(kinds, st.integers(1, 30), st.integers(0, DAILY_UNTIL - 1))
def test_who_is_reminded_daily_is_told_on_the_day_itself_or_not(
    kind: OccasionKind, days: int, ignored: int
) -> None:
    history = History(ignored=ignored, last_reminder_on=TUESDAY - A_DAY)
    assert is_told(kind, TUESDAY, TUESDAY, history, Calendar(EVERY_DAY))
    assert not is_told(kind, TUESDAY, TUESDAY + A_DAY * days, history, Calendar(EVERY_DAY))


@pytest.mark.parametrize(("away", "told"), [(6, True), (7, False)])
def test_after_a_week_it_is_over(away: int, told: bool) -> None:
    tired = History(ignored=6, last_reminder_on=TUESDAY + timedelta(days=away - 7))
    day = replace(FATIMA, study_day=TUESDAY + A_DAY * away, history=tired, calendar=Calendar())
    assert choose(day, at("04:00", day.study_day)) != NotPlanned("backing-off")
    assert is_told("start", TUESDAY, day.study_day, tired, day.calendar) is told
