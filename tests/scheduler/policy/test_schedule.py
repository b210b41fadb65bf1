from datetime import date, timedelta
from random import Random

import pytest
from fsrs.scheduler import DEFAULT_PARAMETERS
from hypothesis import given

from scheduler.memory import Event, Memory, Rating, replay
from scheduler.policy.aim import Aim
from scheduler.policy.readiness import Readiness
from scheduler.policy.schedule import due_after, preview, schedule
from tests.scheduler.strategies import READY, aims, logs, quick, ratings, readiness, seeds

MONDAY = date(2026, 1, 5)
SEED = "fatima:17"


def memory(stability: float) -> Memory:
    return Memory(stability, 5.0, MONDAY, MONDAY, reviews=3, lapses=0, correct_run=3)


@given(logs(), readiness, seeds)
@quick
def test_where_no_date_stands_in_the_way_the_buttons_are_a_day_apart_and_in_order(
    log: list[Event], aim: Readiness, seed: str
) -> None:
    on = log[-1].study_day if log else MONDAY
    shown = preview(replay(log), on, [aim], seed)
    assert 1 <= shown.again <= shown.hard < shown.good < shown.easy <= 365


@given(logs(), aims, seeds)
@quick
def test_no_aim_turns_the_order_of_the_buttons(
    log: list[Event], aimed: tuple[Aim, ...], seed: str
) -> None:
    on = log[-1].study_day if log else MONDAY
    shown = preview(replay(log), on, aimed, seed)
    assert 1 <= shown.again <= shown.hard <= shown.good <= shown.easy <= 365


@pytest.mark.parametrize("stability", [0.05, 2.0, 300.0, 20_000.0])
def test_the_order_holds_for_the_weakest_and_the_strongest(stability: float) -> None:
    shown = preview(memory(stability), MONDAY + timedelta(days=300), READY, SEED)
    assert 1 <= shown.again <= shown.hard < shown.good < shown.easy <= 365


@given(logs(), ratings, aims, seeds)
@quick
def test_the_day_shown_on_a_button_is_the_day_it_gives(
    log: list[Event], rating: Rating, aimed: tuple[Aim, ...], seed: str
) -> None:
    before, on = replay(log), log[-1].study_day if log else MONDAY
    shown = preview(before, on, aimed, seed)
    given_days = schedule(before, on, rating, aimed, seed).days
    assert given_days == getattr(shown, rating.name.lower())


@given(logs(min_size=1), seeds)
@quick
def test_the_log_alone_gives_the_due_day_in_whatever_order_it_arrived(
    log: list[Event], seed: str
) -> None:
    recorded = None
    for event in log:
        before = recorded.memory if recorded else None
        recorded = schedule(before, event.study_day, event.rating, event.aims, seed)
    assert recorded is not None
    arrived = Random(seed).sample(log, len(log))
    assert due_after(arrived, seed) == (recorded.memory, recorded.due_on)
    assert recorded.memory == replay(log)


def test_an_empty_log_is_not_due() -> None:
    assert due_after([], SEED) is None


def test_two_learners_get_the_same_card_back_on_different_days() -> None:
    before, on = memory(40.0), MONDAY + timedelta(days=40)
    days = {schedule(before, on, Rating.GOOD, READY, f"{who}:17").days for who in range(30)}
    assert len(days) > 5


def test_a_wrong_answer_never_comes_back_later_than_a_hard_one_whatever_was_fitted() -> None:
    odd = (9.0, 2.0, *DEFAULT_PARAMETERS[2:])
    shown = preview(None, MONDAY, READY, SEED, odd)
    assert shown.again == shown.hard
    assert schedule(None, MONDAY, Rating.AGAIN, READY, SEED, parameters=odd).days == shown.hard


def test_a_card_does_not_lean_the_same_way_at_every_review() -> None:
    on = MONDAY + timedelta(days=40)
    rounds = [memory(40.0)._replace(reviews=reviews) for reviews in range(20)]
    assert len({schedule(before, on, Rating.GOOD, READY, SEED).days for before in rounds}) > 5
