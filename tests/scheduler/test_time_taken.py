import pytest
from hypothesis import given
from hypothesis import strategies as st

from scheduler.time_taken import USUAL_SECONDS, cards_in, seconds_a_card
from tests.scheduler.strategies import quick


def test_a_few_answers_tell_nothing_yet() -> None:
    assert seconds_a_card([2_000] * 9) == USUAL_SECONDS


def test_the_time_is_that_of_the_middle_answer_and_of_reading() -> None:
    assert seconds_a_card([4_000] * 5 + [8_000] + [12_000] * 5) == 13.0


def test_a_phone_put_down_changes_little() -> None:
    quiet = [7_000, 8_000, 9_000] * 10
    assert seconds_a_card([*quiet, 24 * 3_600_000]) == pytest.approx(seconds_a_card(quiet), abs=0.6)


@given(st.lists(st.integers(0, 24 * 3_600_000), max_size=60), st.integers(1, 60))
@quick
def test_minutes_are_never_overspent_by_more_than_one_card(took: list[int], minutes: int) -> None:
    seconds = seconds_a_card(took)
    cards = cards_in(minutes, seconds)
    assert 1 <= cards <= 60
    assert cards == 1 or cards * seconds <= minutes * 60
