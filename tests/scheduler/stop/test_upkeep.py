from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from scheduler.stop.upkeep import next_upkeep
from tests.scheduler.strategies import quick

DAY = date(2026, 3, 2)
WEEK = timedelta(days=7)


def test_the_first_comes_a_week_after_the_last_answer() -> None:
    assert next_upkeep(DAY, DAY + timedelta(days=2)) == DAY + WEEK


def test_who_stayed_away_is_asked_today() -> None:
    assert next_upkeep(DAY, DAY + 3 * WEEK) == DAY + 3 * WEEK


@quick
@given(st.lists(st.booleans(), max_size=80))
def test_no_two_within_a_week_whatever_the_days_practised(turns_up: list[bool]) -> None:
    asked = [DAY]
    for number, practises in enumerate(turns_up):
        today = DAY + timedelta(days=number)
        if practises and next_upkeep(asked[-1], today) == today:
            asked.append(today)
    assert all(later - earlier >= WEEK for earlier, later in pairwise(asked))
