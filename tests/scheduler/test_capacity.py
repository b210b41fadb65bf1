import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scheduler.capacity import all_introduced


def test_a_course_of_thirty_cards_fits_in_ninety_days_of_ten() -> None:
    assert all_introduced(30, 90, 10, 0.9)


@pytest.mark.parametrize(
    ("cards", "days", "cards_per_day"), [(500, 90, 10), (60, 7, 10), (100, 90, 1)]
)
def test_too_many_cards_do_not_fit(cards: int, days: int, cards_per_day: int) -> None:
    assert not all_introduced(cards, days, cards_per_day, 0.9)


def test_a_campaign_without_cards_has_room() -> None:
    assert all_introduced(0, 7, 1, 0.9)


@settings(max_examples=40)
@given(st.integers(1, 400), st.integers(7, 200), st.integers(1, 60))
def test_what_fits_still_fits_with_a_card_less(cards: int, days: int, cards_per_day: int) -> None:
    if all_introduced(cards, days, cards_per_day, 0.9):
        assert all_introduced(cards - 1, days, cards_per_day, 0.9)


def test_a_higher_target_leaves_less_room() -> None:
    fits = [
        max(cards for cards in range(0, 600, 10) if all_introduced(cards, 90, 10, target))
        for target in (0.8, 0.9, 0.97)
    ]
    assert fits == sorted(fits, reverse=True)
