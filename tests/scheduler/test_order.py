from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scheduler.memory import Memory, Rating, after, retrievability
from scheduler.order import LOOKS_AHEAD, asked, gain
from tests.scheduler.strategies import quick

TODAY = date(2026, 3, 2)


def memory(stability: float, ago: int, difficulty: float = 5.0) -> Memory:
    day = TODAY - timedelta(days=ago)
    return Memory(stability, difficulty, day, day, reviews=2, lapses=0, correct_run=2)


def remembered(one: Memory) -> float:
    return retrievability(one, TODAY)


memories = st.lists(
    st.builds(memory, st.floats(0.01, 900), st.integers(0, 400), st.floats(1, 10)), max_size=30
).map(lambda found: sorted(found, key=remembered, reverse=True))


@given(memories, st.integers(0, 40))
@quick
def test_all_places_are_used_and_at_least_half_of_them_by_what_is_remembered_best(
    waiting: list[Memory], places: int
) -> None:
    found = asked(waiting, TODAY, places)
    assert len(found) == len(set(found)) == min(places, len(waiting))
    best = (len(found) + 1) // 2
    assert found[:best] == list(range(best))


@given(memories, st.integers(0, 40))
@quick
def test_no_card_that_is_left_out_would_gain_more_than_one_that_got_in_for_it(
    waiting: list[Memory], places: int
) -> None:
    found = asked(waiting, TODAY, places)
    gained = [gain(waiting[one], TODAY) for one in found[places - places // 2 :]]
    left = [gain(waiting[one], TODAY) for one in range(len(waiting)) if one not in found]
    assert not gained or not left or min(gained) >= max(left)


def test_what_fits_comes_best_remembered_first() -> None:
    waiting = [memory(9.0, 1), memory(9.0, 5), memory(1.0, 30)]
    assert asked(waiting, TODAY, 3) == [0, 1, 2]


def test_of_cards_alike_the_earlier_ones_are_asked() -> None:
    assert asked([memory(9.0, 9)] * 7, TODAY, 4) == [0, 1, 2, 3]


def test_a_card_that_was_failed_does_not_wait_behind_all_others() -> None:
    failed = memory(1.5, 3)
    waiting = sorted([failed, *[memory(30.0, 31)] * 20], key=remembered, reverse=True)
    assert waiting.index(failed) in asked(waiting, TODAY, 4)
    assert asked(waiting, TODAY, 1) == [0]


def test_a_card_that_is_forgotten_anyway_stands_behind_one_that_can_be_saved() -> None:
    assert gain(memory(0.05, 300), TODAY) < gain(memory(2.0, 6), TODAY)


def test_the_gain_is_what_a_right_answer_adds_two_weeks_later_times_its_chance() -> None:
    one = memory(6.0, 8)
    later = TODAY + timedelta(days=LOOKS_AHEAD)
    right = retrievability(after(one, TODAY, Rating.GOOD), later)
    assert gain(one, TODAY) == pytest.approx(remembered(one) * (right - retrievability(one, later)))
