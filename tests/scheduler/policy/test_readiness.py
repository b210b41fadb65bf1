from datetime import date, timedelta
from math import e

import pytest
from fsrs.scheduler import DEFAULT_PARAMETERS

from scheduler.memory import Memory, retrievability
from scheduler.policy.aim import Strength, Wait
from scheduler.policy.readiness import SETTLED_DAYS, Readiness, lowered

MONDAY = date(2026, 1, 5)


def wait(stability: float, desired_recall: float) -> Wait:
    return Readiness(desired_recall).wait(Strength(stability, 5.0, MONDAY, DEFAULT_PARAMETERS[20]))


def days(stability: float, desired_recall: float) -> int:
    """The middle of the days on which the card may come back."""
    found = wait(stability, desired_recall)
    return (found.earliest + found.latest) // 2


@pytest.mark.parametrize("desired_recall", [0.699, 0.971, float("nan")])
def test_a_desired_recall_out_of_range_is_refused(desired_recall: float) -> None:
    with pytest.raises(ValueError, match=r"0\.70 to 0\.97"):
        Readiness(desired_recall)


def test_the_range_itself_is_allowed() -> None:
    assert Readiness(0.70).desired_recall < Readiness(0.97).desired_recall


def test_at_ninety_percent_the_interval_is_the_stability() -> None:
    assert days(46.4, 0.9) == 46


@pytest.mark.parametrize("desired_recall", [0.75, 0.85, 0.95])
def test_recall_has_sunk_to_the_desired_recall_when_the_card_is_due(desired_recall: float) -> None:
    learned = Memory(20.0, 5.0, MONDAY, MONDAY, reviews=3, lapses=0, correct_run=3)
    due_on = MONDAY + timedelta(days=days(20.0, desired_recall))
    before, then = (retrievability(learned, due_on + timedelta(days=day)) for day in (-1, 1))
    assert then < desired_recall < before


def test_an_interval_is_a_day_at_least_and_a_year_at_most() -> None:
    assert wait(0.01, 0.9) == (1, 1, 365)
    assert wait(5000, 0.9).latest == 365


def test_a_fresh_memory_is_let_sink_a_little_lower_and_never_under_the_floor() -> None:
    assert lowered(SETTLED_DAYS, 0.9) == lowered(100.0, 0.9) == 0.9
    assert lowered(SETTLED_DAYS / e, 0.9) == pytest.approx(0.88)
    assert lowered(0.001, 0.72) == 0.70
