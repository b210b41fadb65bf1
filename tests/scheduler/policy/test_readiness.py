from datetime import date, timedelta
from random import Random

import pytest
from fsrs.scheduler import DEFAULT_PARAMETERS
from hypothesis import given

from scheduler.memory import Event, Memory, Rating, replay, retrievability
from scheduler.policy.readiness import Readiness, due_after, interval_days, preview, schedule
from tests.scheduler.strategies import desired_recalls, logs, quick, ratings, seeds

MONDAY = date(2026, 1, 5)
SEED = "fatima:17"


def memory(stability: float) -> Memory:
    return Memory(stability, 5.0, MONDAY, MONDAY, reviews=3, lapses=0, correct_run=3)


@pytest.mark.parametrize("desired_recall", [0.699, 0.971, float("nan")])
def test_a_desired_recall_out_of_range_is_refused(desired_recall: float) -> None:
    with pytest.raises(ValueError, match=r"0\.70 to 0\.97"):
        Readiness(desired_recall)
    with pytest.raises(ValueError, match=r"0\.70 to 0\.97"):
        interval_days(memory(10), desired_recall)


def test_the_range_itself_is_allowed() -> None:
    assert Readiness(0.70).desired_recall < Readiness(0.97).desired_recall


def test_at_ninety_percent_the_interval_is_the_stability() -> None:
    assert interval_days(memory(46.4), 0.9) == 46


@pytest.mark.parametrize("desired_recall", [0.75, 0.85, 0.95])
def test_recall_has_sunk_to_the_desired_recall_when_the_card_is_due(desired_recall: float) -> None:
    learned = memory(20.0)
    due_on = MONDAY + timedelta(days=interval_days(learned, desired_recall))
    before, then = (retrievability(learned, due_on + timedelta(days=day)) for day in (-1, 1))
    assert then < desired_recall < before


def test_an_interval_is_a_day_at_least_and_a_year_at_most() -> None:
    assert interval_days(memory(0.01), 0.9) == 1
    assert interval_days(memory(5000), 0.9) == 365


@given(logs(), desired_recalls, seeds)
@quick
def test_the_buttons_are_a_day_apart_and_in_order(
    log: list[Event], desired_recall: float, seed: str
) -> None:
    on = log[-1].study_day if log else MONDAY
    shown = preview(replay(log), on, desired_recall, seed)
    assert 1 <= shown.again <= shown.hard < shown.good < shown.easy <= 365


@pytest.mark.parametrize("stability", [0.05, 2.0, 300.0, 20_000.0])
def test_the_order_holds_for_the_weakest_and_the_strongest(stability: float) -> None:
    shown = preview(memory(stability), MONDAY + timedelta(days=300), 0.9, SEED)
    assert 1 <= shown.again <= shown.hard < shown.good < shown.easy <= 365


@given(logs(), ratings, desired_recalls, seeds)
@quick
def test_the_day_shown_on_a_button_is_the_day_it_gives(
    log: list[Event], rating: Rating, desired_recall: float, seed: str
) -> None:
    before, on = replay(log), log[-1].study_day if log else MONDAY
    shown = preview(before, on, desired_recall, seed)
    given_days = schedule(before, on, rating, desired_recall, seed).days
    assert given_days == getattr(shown, rating.name.lower())


@given(logs(min_size=1), seeds)
@quick
def test_the_log_alone_gives_the_due_day_in_whatever_order_it_arrived(
    log: list[Event], seed: str
) -> None:
    recorded = None
    for event in log:
        before = recorded.memory if recorded else None
        recorded = schedule(before, event.study_day, event.rating, event.desired_recall, seed)
    assert recorded is not None
    arrived = Random(seed).sample(log, len(log))
    assert due_after(arrived, seed) == (recorded.memory, recorded.due_on)
    assert recorded.memory == replay(log)


def test_an_empty_log_is_not_due() -> None:
    assert due_after([], SEED) is None


def test_two_learners_get_the_same_card_back_on_different_days() -> None:
    before, on = memory(40.0), MONDAY + timedelta(days=40)
    days = {schedule(before, on, Rating.GOOD, 0.9, f"{who}:17").days for who in range(30)}
    assert len(days) > 5


def test_a_wrong_answer_never_comes_back_later_than_a_hard_one_whatever_was_fitted() -> None:
    odd = (9.0, 2.0, *DEFAULT_PARAMETERS[2:])
    shown = preview(None, MONDAY, 0.9, SEED, odd)
    assert shown.again == shown.hard
    assert schedule(None, MONDAY, Rating.AGAIN, 0.9, SEED, parameters=odd).days == shown.hard


def test_a_card_does_not_lean_the_same_way_at_every_review() -> None:
    on = MONDAY + timedelta(days=40)
    rounds = [memory(40.0)._replace(reviews=reviews) for reviews in range(20)]
    assert len({schedule(before, on, Rating.GOOD, 0.9, SEED).days for before in rounds}) > 5
