from datetime import UTC, date, datetime, timedelta

from hypothesis import given

from scheduler.history import history
from scheduler.memory import Event, Rating, replay, retrievability
from tests.scheduler.strategies import READY, logs, quick

MONDAY = datetime(2026, 1, 5, 9, tzinfo=UTC)


def event(day: int, rating: Rating = Rating.GOOD, *, minute: int = 0) -> Event:
    at = MONDAY + timedelta(days=day, minutes=minute)
    return Event(at, f"{day}-{minute}", at.date(), rating, READY)


def test_only_the_first_answer_after_a_night_tests_the_memory() -> None:
    log = [event(0), event(0, minute=5), event(3, Rating.AGAIN), event(3, minute=9), event(4)]
    steps = history(log)
    assert [step.first_of_day for step in steps] == [False, False, True, False, True]
    assert [step.elapsed_days for step in steps] == [0, 0, 3, 0, 1]


def test_each_answer_carries_what_was_expected_of_it() -> None:
    first, second = history([event(5), event(0)])
    assert first.before is None
    assert first.retrievability is None
    assert second.before == first.after
    assert second.retrievability == retrievability(first.after, date(2026, 1, 10))


@given(logs(min_size=1))
@quick
def test_the_history_ends_in_the_memory_that_replay_gives(log: list[Event]) -> None:
    steps = history(reversed(log))
    assert [step.event for step in steps] == log
    assert steps[-1].after == replay(log)


def test_a_card_without_answers_has_no_history() -> None:
    assert history([]) == []
