from hypothesis import given
from hypothesis import strategies as st

from scheduler.forecast import asked


def test_what_is_overdue_is_spread_over_the_days_that_have_room() -> None:
    assert asked({-30: 7, 0: 4, 2: 1}, [5, 5, 5, 5]) == [5, 5, 2, 0]


def test_a_day_off_hands_its_cards_to_the_next() -> None:
    assert asked({0: 2, 1: 3}, [0, 0, 10]) == [0, 0, 5]


@given(
    st.dictionaries(st.integers(-9, 12), st.integers(0, 40)),
    st.lists(st.integers(0, 15), max_size=10),
)
def test_no_day_asks_more_than_its_budget_and_no_card_comes_early(
    due: dict[int, int], budgets: list[int]
) -> None:
    days = asked(due, budgets)
    for day, cards in enumerate(days):
        assert 0 <= cards <= budgets[day]
        assert sum(days[: day + 1]) <= sum(n for on, n in due.items() if on <= day)
