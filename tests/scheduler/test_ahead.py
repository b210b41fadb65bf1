from datetime import date, timedelta

import pytest

from scheduler.memory import Rating
from scheduler.pause import Pause
from scheduler.policy.readiness import schedule
from scheduler.queue import Candidate, ahead, plan

TODAY = date(2026, 3, 2)
CARDS = [Candidate(card_id, None, None, "abc"[card_id % 3], 0.9) for card_id in range(20)]


def seed_of(card_id: int) -> str:
    return f"fatima:{card_id}"


def test_the_first_of_the_days_ahead_is_the_plan_of_today() -> None:
    plans = ahead(CARDS, TODAY, [6] * 7, [3] * 7, seed_of)
    assert plans[0] == (TODAY, plan(CARDS, TODAY, 6, 3))
    assert [day for day, _ in plans] == [TODAY + timedelta(days=n) for n in range(7)]


def test_a_card_comes_back_on_the_day_its_answer_gives() -> None:
    plans = dict(ahead(CARDS[:1], TODAY, [20] * 7, [0] * 7, seed_of))
    [card_id] = plans[TODAY]
    first = schedule(None, TODAY, Rating.GOOD, 0.9, seed_of(card_id))
    second = schedule(first.memory, first.due_on, Rating.GOOD, 0.9, seed_of(card_id))
    asked = [day for day, ids in plans.items() if card_id in ids]
    assert asked[:2] == [TODAY, first.due_on]
    assert second.due_on > TODAY + timedelta(days=6)


def test_every_day_keeps_to_its_own_budget() -> None:
    budgets = [0, 4, 2, 0, 5]
    plans = ahead(CARDS, TODAY, budgets, [9] * 5, seed_of)
    assert [len(ids) for _, ids in plans] == [0, 4, 2, 0, 5]


def test_a_pause_ahead_stays_empty() -> None:
    pause = Pause(TODAY + timedelta(days=1), TODAY + timedelta(days=2))
    plans = ahead(CARDS, TODAY, [5] * 4, [2] * 4, seed_of, pauses=[pause])
    assert [bool(ids) for _, ids in plans] == [True, False, False, True]


def test_budgets_and_shares_cover_the_same_days() -> None:
    with pytest.raises(ValueError, match="shorter"):
        ahead(CARDS, TODAY, [5] * 7, [2] * 6, seed_of)
