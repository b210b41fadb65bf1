from datetime import date

from scheduler.days_off import WORKING_WEEK, Calendar, DayLoad
from scheduler.rhythm.occasions import falls_on

SATURDAY, WHIT_MONDAY, TUESDAY = date(2026, 5, 23), date(2026, 5, 25), date(2026, 5, 26)


def test_an_occasion_on_a_day_off_is_told_on_the_next_working_day() -> None:
    calendar = Calendar(WORKING_WEEK, frozenset({WHIT_MONDAY}))
    assert falls_on(SATURDAY, calendar) == TUESDAY
    assert falls_on(TUESDAY, calendar) == TUESDAY


def test_who_never_works_is_never_told() -> None:
    assert falls_on(SATURDAY, Calendar((DayLoad.NONE,) * 7)) is None
