from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scheduler.days_off import EVERY_DAY, WORKING_WEEK, Calendar, DayLoad
from scheduler.pause import Pause
from tests.scheduler.strategies import quick

MONDAY = date(2026, 12, 21)
CHRISTMAS = frozenset({date(2026, 12, 25), date(2026, 12, 26)})
FRIDAY_HALF = (*[DayLoad.FULL] * 4, DayLoad.HALF, DayLoad.NONE, DayLoad.NONE)

loads = st.lists(st.sampled_from(list(DayLoad)), min_size=7, max_size=7).map(tuple)
days = st.dates(date(2026, 1, 1), date(2027, 12, 31))
pauses = st.lists(
    st.builds(lambda first, more: Pause(first, first + timedelta(days=more)), days,
              st.integers(0, 40)),
    max_size=4,
).map(tuple)  # fmt: skip
calendars = st.builds(Calendar, loads, st.frozensets(days, max_size=10), pauses)


def week_of(calendar: Calendar, cards: int = 10) -> list[int]:
    return [calendar.budget(MONDAY + timedelta(days=number), cards) for number in range(7)]


def test_a_working_week_asks_from_monday_to_friday() -> None:
    assert week_of(Calendar(WORKING_WEEK)) == [10, 10, 10, 10, 10, 0, 0]


def test_an_easy_day_asks_half_and_never_nothing() -> None:
    assert week_of(Calendar(FRIDAY_HALF)) == [10, 10, 10, 10, 5, 0, 0]
    assert week_of(Calendar(FRIDAY_HALF), cards=7)[4] == 4
    assert week_of(Calendar(FRIDAY_HALF), cards=1)[4] == 1


def test_a_public_holiday_asks_nothing_whatever_the_week_says() -> None:
    assert week_of(Calendar(EVERY_DAY, CHRISTMAS)) == [10, 10, 10, 10, 0, 0, 10]


def test_a_pause_asks_nothing() -> None:
    away = Pause(MONDAY + timedelta(days=1), MONDAY + timedelta(days=3))
    assert week_of(Calendar(EVERY_DAY, pauses=(away,))) == [10, 0, 0, 0, 10, 10, 10]


def test_practice_goes_on_on_the_first_day_that_asks_something() -> None:
    calendar = Calendar(WORKING_WEEK, CHRISTMAS, (Pause(date(2026, 12, 28), date(2026, 12, 31)),))
    assert calendar.first_open(date(2026, 12, 25)) == date(2027, 1, 1)
    assert calendar.first_open(MONDAY) == MONDAY


def test_who_has_no_working_day_at_all_is_promised_none() -> None:
    assert Calendar((DayLoad.NONE,) * 7).first_open(MONDAY) is None


@pytest.mark.parametrize(("week", "full"), [(EVERY_DAY, 5), (WORKING_WEEK, 4), (FRIDAY_HALF, 4)])
def test_days_left_are_days_that_ask_something(week: tuple[DayLoad, ...], full: int) -> None:
    assert Calendar(week, CHRISTMAS).full_days(MONDAY, MONDAY + timedelta(days=6)) == full


def test_an_easy_day_counts_half_of_a_day_left() -> None:
    easy = Calendar((DayLoad.HALF,) * 7)
    assert easy.full_days(MONDAY, MONDAY) == 1
    assert easy.full_days(MONDAY, MONDAY + timedelta(days=3)) == 2
    assert easy.full_days(MONDAY, MONDAY - timedelta(days=1)) == 0


@given(calendars, days, st.integers(1, 60))
@quick
def test_no_day_ever_asks_more_than_the_budget(calendar: Calendar, day: date, cards: int) -> None:
    asked = calendar.budget(day, cards)
    off = calendar.is_paused(day) or day in calendar.holidays
    assert 0 <= asked <= (0 if off else cards)
    assert (asked == 0) == (calendar.load(day) is DayLoad.NONE)


@given(calendars, days)
@quick
def test_the_first_open_day_is_open_and_none_before_it_is(calendar: Calendar, day: date) -> None:
    found = calendar.first_open(day)
    if found is None:
        assert set(calendar.week) == {DayLoad.NONE}
    else:
        assert calendar.budget(found, 1) == 1
        between = [day + timedelta(days=number) for number in range((found - day).days)]
        assert not any(calendar.budget(one, 1) for one in between)
