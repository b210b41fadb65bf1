from datetime import date, timedelta
from math import log

import pytest

from scheduler.moving_average import START, DayCount, log_loss

MONDAY = date(2026, 11, 2)


def days(*counts: tuple[int, int, int]) -> list[DayCount]:
    """Counts of (learner, answers, right) on one day after the other."""
    return [DayCount(MONDAY + timedelta(days=at), *count) for at, count in enumerate(counts)]


def test_nothing_is_known_before_the_first_answer() -> None:
    assert log_loss(days((1, 1, 1))) == pytest.approx(-log(START))


def test_answers_of_a_day_are_not_foretold_from_each_other() -> None:
    all_wrong = log_loss(days((1, 50, 0)))
    assert all_wrong == pytest.approx(-log(1 - START))


def test_it_follows_a_learner_who_gets_better() -> None:
    badly = (1, 20, 10)
    well = [(1, 20, 20)] * 10
    early, late = log_loss(days(badly, *well)), log_loss(days(badly, *well, *well))
    assert early is not None
    assert late is not None
    assert late < early


def test_a_newcomer_is_foretold_what_the_others_did() -> None:
    """Thirty learners who are mostly wrong come before: the next one will hardly be better."""
    others = [DayCount(MONDAY, learner, 40, 12) for learner in range(30)]
    newcomer = DayCount(MONDAY + timedelta(days=1), 99, 40, 12)
    before, together = log_loss(others), log_loss([*others, newcomer])
    assert before is not None
    assert together is not None
    its_own = together * 31 - before * 30
    assert its_own == pytest.approx(-(0.3 * log(0.3) + 0.7 * log(0.7)), abs=0.02)


def test_a_learner_unlike_the_others_is_told_from_them() -> None:
    """Two kinds of learners: their own averages foretell better than that of all together."""
    counts = [
        DayCount(MONDAY + timedelta(days=day), learner, 10, 10 if learner % 2 else 4)
        for day in range(30)
        for learner in range(6)
    ]
    told = log_loss(counts)
    assert told is not None
    assert told < -(0.7 * log(0.7) + 0.3 * log(0.3))


def test_without_answers_there_is_nothing_to_tell() -> None:
    assert log_loss([]) is None
