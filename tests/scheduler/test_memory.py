from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from random import Random
from typing import Any

import pytest
from hypothesis import given

from scheduler.memory import (
    Confidence,
    Event,
    Memory,
    Rating,
    after,
    rating_of,
    replay,
    retrievability,
)
from scheduler.study_day import study_day
from tests.scheduler.strategies import READY, logs, quick

MONDAY = date(2026, 1, 5)
AGAIN, GOOD = Rating.AGAIN, Rating.GOOD


def remembered(*answers: tuple[int, Rating]) -> Memory:
    """The memory of a card answered at (days after Monday, rating)."""
    memory = None
    for offset, rating in answers:
        memory = after(memory, MONDAY + timedelta(days=offset), rating)
    assert memory is not None
    return memory


def test_a_wrong_answer_is_again_and_an_unsure_right_one_is_hard() -> None:
    assert rating_of(False, Confidence.SURE) is Rating.AGAIN
    assert rating_of(False, Confidence.UNSURE) is Rating.AGAIN
    assert rating_of(True, Confidence.UNSURE) is Rating.HARD
    assert rating_of(True, Confidence.SURE) is Rating.GOOD
    assert rating_of(True, None) is Rating.GOOD


def test_five_minutes_short_of_a_day_is_still_the_next_day() -> None:
    zone = "Europe/Amsterdam"
    first = study_day(datetime(2026, 1, 5, 8, 0, tzinfo=UTC), zone)
    second = study_day(datetime(2026, 1, 6, 7, 55, tzinfo=UTC), zone)
    memory = after(after(None, first, Rating.EASY), second, GOOD)
    same_day = after(after(None, first, Rating.EASY), first, GOOD)
    assert memory.stability > 1.5 * same_day.stability


def test_answers_are_counted() -> None:
    memory = remembered((0, GOOD), (3, AGAIN), (3, GOOD), (4, GOOD), (9, Rating.HARD))
    assert (memory.reviews, memory.lapses, memory.correct_run) == (5, 1, 2)
    assert memory.first_study_day == MONDAY
    assert memory.last_study_day == MONDAY + timedelta(days=9)


def test_a_first_answer_that_is_wrong_is_no_lapse() -> None:
    assert remembered((0, AGAIN), (0, AGAIN)).lapses == 0
    assert remembered((0, AGAIN), (0, AGAIN), (1, AGAIN)).lapses == 1


def test_a_right_run_grows_once_a_day_and_a_wrong_answer_ends_it() -> None:
    assert remembered((0, GOOD), (0, GOOD), (1, GOOD)).correct_run == 2
    assert remembered((0, GOOD), (1, GOOD), (1, AGAIN)).correct_run == 0
    assert remembered((0, AGAIN), (0, GOOD)).correct_run == 0


def test_an_answer_on_an_earlier_date_after_travel_counts_on_the_last_day() -> None:
    memory = remembered((0, GOOD), (4, GOOD))
    assert after(memory, MONDAY, AGAIN) == after(memory, memory.last_study_day, AGAIN)


def test_recall_is_certain_up_to_the_last_answer_and_then_fades() -> None:
    memory = remembered((0, GOOD))
    days = [memory.last_study_day + timedelta(days=n) for n in range(-1, 30)]
    chances = [retrievability(memory, day) for day in days]
    assert chances[:2] == [1.0, 1.0]
    assert chances[1:] == sorted(set(chances), reverse=True)


def test_an_empty_log_leaves_no_memory() -> None:
    assert replay([]) is None


@given(logs(min_size=1))
@quick
def test_a_late_answer_gives_the_same_memory_as_one_in_time(log: list[Event]) -> None:
    folded = None
    for event in log:
        folded = after(folded, event.study_day, event.rating)
    arrived = Random(len(log)).sample(log, len(log))
    assert replay(arrived) == replay(log) == folded


def test_answers_of_one_moment_are_folded_by_id() -> None:
    at = datetime(2026, 1, 5, 9, tzinfo=UTC)
    wrong = Event(at, "a", MONDAY, AGAIN, READY)
    right = replace(wrong, id="b", rating=GOOD)
    assert replay([right, wrong]) == remembered((0, AGAIN), (0, GOOD))


@given(logs(min_size=1))
@quick
def test_memory_stays_within_its_bounds(log: list[Event]) -> None:
    memory = replay(log)
    assert memory is not None
    assert memory.stability > 0
    assert 1 <= memory.difficulty <= 10
    assert memory.lapses + memory.correct_run <= memory.reviews == len(log)


def test_the_memory_maths_never_sleep(monkeypatch: pytest.MonkeyPatch) -> None:
    def forbidden(*_: Any) -> None:
        raise AssertionError("slept")

    monkeypatch.setattr("time.sleep", forbidden)
    assert remembered((0, GOOD), (1, GOOD)).reviews == 2
