from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scheduler.memory import Memory, Rating, after
from scheduler.stop.leech import LONGEST_REST, back_on, is_leech
from tests.scheduler.strategies import quick

DAY = date(2026, 3, 2)
WEEK = timedelta(days=7)


def failed(lapses: int) -> Memory:
    """A card met right and then wrong so many weeks in a row."""
    memory = after(None, DAY, Rating.GOOD)
    for number in range(lapses):
        memory = after(memory, DAY + (number + 1) * WEEK, Rating.AGAIN)
    return memory


@pytest.mark.parametrize(
    ("lapses", "leech"), [(7, False), (8, True), (9, False), (11, False), (12, True), (16, True)]
)
def test_the_eighth_lapse_makes_a_leech_and_then_every_fourth(lapses: int, leech: bool) -> None:
    assert is_leech(failed(lapses)) is leech


def test_a_repair_on_the_same_day_leaves_it_one() -> None:
    memory = failed(8)
    assert is_leech(after(memory, memory.last_study_day, Rating.GOOD))


def test_a_right_answer_on_a_later_day_ends_it() -> None:
    memory = failed(8)
    assert not is_leech(after(memory, memory.last_study_day + WEEK, Rating.HARD))


def test_it_rests_until_it_is_mended_and_never_for_good() -> None:
    memory = failed(8)
    assert back_on(memory, mended=False) == memory.last_study_day + LONGEST_REST
    assert back_on(memory, mended=True) == memory.last_study_day


@quick
@given(st.lists(st.tuples(st.integers(0, 40), st.sampled_from(list(Rating))), max_size=60))
def test_only_the_day_of_a_lapse_can_make_a_leech(answers: list[tuple[int, Rating]]) -> None:
    memory, on = after(None, DAY, Rating.GOOD), DAY
    for days, rating in answers:
        before, on = memory, on + timedelta(days=days)
        memory = after(memory, on, rating)
        if is_leech(memory) and not is_leech(before):
            assert memory.lapses == before.lapses + 1
        rests = back_on(memory, mended=False) > memory.last_study_day
        assert rests == is_leech(memory)
