from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from scheduler.memory import Event, Memory, Rating, after, replay, retrievability
from scheduler.policy.readiness import Readiness
from scheduler.queue import Candidate, plan
from scheduler.stop.retired import is_retired
from tests.scheduler.strategies import desired_recalls, logs, quick

DAY = date(2026, 3, 2)


def practised(*days: tuple[int, Rating]) -> Memory:
    memory = None
    for number, rating in days:
        memory = after(memory, DAY + timedelta(days=number), rating)
    assert memory is not None
    return memory


KNOWN = practised((0, Rating.GOOD), (3, Rating.GOOD), (14, Rating.GOOD))


def test_a_card_that_will_hold_to_the_end_is_retired() -> None:
    assert is_retired(KNOWN, DAY + timedelta(days=30), 0.9)


def test_a_longer_campaign_takes_it_up_again() -> None:
    assert not is_retired(KNOWN, DAY + timedelta(days=300), 0.9)


def test_one_right_day_is_not_enough_however_strong_the_memory() -> None:
    once = practised((0, Rating.EASY))
    assert (
        retrievability(
            once,
            DAY + timedelta(days=5),
        )
        > 0.9
    )
    assert not is_retired(once, DAY + timedelta(days=5), 0.9)


def test_a_repair_on_the_same_day_is_no_second_day() -> None:
    assert not is_retired(practised((0, Rating.GOOD), (0, Rating.GOOD)), DAY, 0.9)


def test_a_wrong_answer_brings_it_back() -> None:
    wrong = after(KNOWN, DAY + timedelta(days=20), Rating.AGAIN)
    assert not is_retired(wrong, DAY + timedelta(days=20), 0.9)


@quick
@given(logs(min_size=1), desired_recalls, st.integers(0, 400), st.integers(0, 400))
def test_a_retired_card_is_never_asked(
    log: list[Event], desired_recall: float, ends_in: int, asked_in: int
) -> None:
    memory = replay(log)
    assert memory is not None
    ends_on = memory.last_study_day + timedelta(days=ends_in)
    on = memory.last_study_day + timedelta(days=min(asked_in, ends_in))
    card = Candidate(
        1,
        memory,
        memory.last_study_day,
        "",
        (Readiness(desired_recall),),
        last_day=ends_on,
        holds_to=ends_on,
    )
    assert (plan([card], on, 10, 0) == []) == is_retired(memory, ends_on, desired_recall)
