from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scheduler.capacity import met, room
from scheduler.days_off import WORKING_WEEK, Calendar, DayLoad
from scheduler.pacing import new_today
from scheduler.policy.readiness import Readiness
from scheduler.queue import Candidate, ahead
from tests.scheduler.strategies import quick

MONDAY = date(2026, 3, 2)
OFFICE = Calendar(WORKING_WEEK)


def fits(cards: int, days: int, cards_per_day: int, recall: float = 0.9) -> bool:
    return room(cards, OFFICE, MONDAY, days, cards_per_day=cards_per_day, recall=recall).fits


def test_a_course_of_thirty_cards_fits_in_ninety_days_of_ten() -> None:
    told = room(30, OFFICE, MONDAY, 90, cards_per_day=10, recall=0.9)
    assert (told.fits, told.met, told.study_days) == (True, 30, 65)
    assert (told.cards_per_day, told.days) == (None, None)


@pytest.mark.parametrize(
    ("cards", "days", "cards_per_day"), [(500, 90, 10), (60, 7, 10), (100, 90, 1)]
)
def test_too_many_cards_do_not_fit_and_the_numbers_say_how_far_it_goes(
    cards: int, days: int, cards_per_day: int
) -> None:
    told = room(cards, OFFICE, MONDAY, days, cards_per_day=cards_per_day, recall=0.9)
    assert not told.fits
    assert 0 < told.met < cards


def test_the_remedies_do_and_nothing_less_does() -> None:
    told = room(200, OFFICE, MONDAY, 60, cards_per_day=10, recall=0.9)
    assert told.cards_per_day is not None
    assert told.days is not None
    assert fits(200, 60, told.cards_per_day)
    assert not fits(200, 60, told.cards_per_day - 1)
    assert fits(200, told.days, 10)
    assert not fits(200, told.days - 1, 10)


def test_what_cannot_be_done_has_no_remedy() -> None:
    told = room(100_000, OFFICE, MONDAY, 700, cards_per_day=50, recall=0.9)
    assert (told.cards_per_day, told.days) == (None, None)
    assert room(100_000, OFFICE, MONDAY, 730, cards_per_day=60, recall=0.9).days is None


def test_holidays_and_easy_days_take_room() -> None:
    easy = Calendar((DayLoad.HALF,) * 5 + (DayLoad.NONE,) * 2)
    holidays = frozenset(MONDAY + timedelta(days=number) for number in range(30))
    full = room(300, OFFICE, MONDAY, 60, cards_per_day=10, recall=0.9).met
    assert room(300, easy, MONDAY, 60, cards_per_day=10, recall=0.9).met < full
    assert (
        room(300, Calendar(WORKING_WEEK, holidays), MONDAY, 60, cards_per_day=10, recall=0.9).met
        < full
    )


def test_a_campaign_without_cards_has_room() -> None:
    assert fits(0, 7, 1)


@settings(max_examples=40, deadline=None, derandomize=True, database=None)
@given(st.integers(1, 400), st.integers(7, 200), st.integers(1, 60))
def test_what_fits_still_fits_with_a_card_less(cards: int, days: int, cards_per_day: int) -> None:
    budgets = [OFFICE.budget(MONDAY + timedelta(days=n), cards_per_day) for n in range(days)]
    if met(cards, budgets, 0.9) == cards:
        assert met(cards - 1, budgets, 0.9) == cards - 1


def test_a_higher_target_leaves_less_room() -> None:
    budgets = [OFFICE.budget(MONDAY + timedelta(days=n), 10) for n in range(90)]
    reach = [met(600, budgets, target) for target in (0.8, 0.9, 0.97)]
    assert reach == sorted(reach, reverse=True)


@given(st.integers(1, 60), st.integers(7, 45), st.integers(1, 12))
@settings(quick, max_examples=25)
def test_where_it_fits_a_learner_who_comes_meets_every_card_in_time(
    cards: int, days: int, cards_per_day: int
) -> None:
    budgets = [OFFICE.budget(MONDAY + timedelta(days=n), cards_per_day) for n in range(days)]
    last = MONDAY + timedelta(days=days - 1)

    def share(number: int, unmet: int) -> int:
        left = OFFICE.full_days(MONDAY + timedelta(days=number), last)
        return min(new_today(unmet, left, 0), budgets[number] // 2)

    unmet = [Candidate(number, None, None, "", (Readiness(0.9),)) for number in range(cards)]
    plans = ahead(unmet, MONDAY, budgets, share, lambda card_id: f"fatima:{card_id}")
    seen = {card_id for _, ids in plans for card_id in ids}
    if met(cards, budgets, 0.9) == cards:
        assert len(seen) == cards
