import pytest
from hypothesis import given
from hypothesis import strategies as st

from scheduler.pacing import new_today
from tests.scheduler.strategies import quick


@given(st.integers(0, 400), st.integers(1, 180))
@quick
def test_every_card_is_met_and_hardly_any_in_the_last_third(cards: int, days: int) -> None:
    remaining, at_last_third = cards, cards
    for days_left in range(days, 0, -1):
        if days_left > days / 3:
            at_last_third = remaining - new_today(remaining, days_left, 0)
        remaining -= new_today(remaining, days_left, 0)
    assert remaining == 0
    assert at_last_third <= cards / 27


def test_a_term_of_ninety_days_starts_with_a_few_cards_a_day() -> None:
    assert new_today(40, 90, 0) == 2


def test_cards_met_today_are_not_given_again() -> None:
    assert new_today(39, 90, 1) == 1
    assert new_today(38, 90, 2) == 0
    assert new_today(20, 90, 20) == 0


def test_who_joins_late_is_given_more_a_day() -> None:
    assert new_today(40, 12, 0) == 10


@pytest.mark.parametrize("days_left", [0, -3])
def test_no_new_card_after_the_last_day(days_left: int) -> None:
    assert new_today(5, days_left, 0) == 0
