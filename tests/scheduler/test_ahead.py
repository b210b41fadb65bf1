from collections.abc import Callable
from datetime import date, timedelta

from scheduler.memory import Rating
from scheduler.pause import Pause
from scheduler.policy.schedule import schedule
from scheduler.queue import Candidate, ahead, plan
from tests.scheduler.strategies import READY

TODAY = date(2026, 3, 2)
CARDS = [Candidate(card_id, None, None, "abc"[card_id % 3], READY) for card_id in range(20)]


def seed_of(card_id: int) -> str:
    return f"fatima:{card_id}"


def keep(places: int) -> Callable[[int, int], int]:
    return lambda _day, _unmet: places


def test_the_first_of_the_days_ahead_is_the_plan_of_today() -> None:
    plans = ahead(CARDS, TODAY, [6] * 7, keep(3), seed_of)
    assert plans[0] == (TODAY, plan(CARDS, TODAY, 6, 3))
    assert [day for day, _ in plans] == [TODAY + timedelta(days=n) for n in range(7)]


def test_a_card_comes_back_on_the_day_its_answer_gives() -> None:
    plans = dict(ahead(CARDS[:1], TODAY, [20] * 7, keep(0), seed_of))
    [card_id] = plans[TODAY]
    first = schedule(None, TODAY, Rating.GOOD, READY, seed_of(card_id))
    second = schedule(first.memory, first.due_on, Rating.GOOD, READY, seed_of(card_id))
    asked = [day for day, ids in plans.items() if card_id in ids]
    assert asked[:2] == [TODAY, first.due_on]
    assert second.due_on > TODAY + timedelta(days=6)


def test_every_day_keeps_to_its_own_budget() -> None:
    budgets = [0, 4, 2, 0, 5]
    plans = ahead(CARDS, TODAY, budgets, keep(9), seed_of)
    assert [len(ids) for _, ids in plans] == [0, 4, 2, 0, 5]


def test_a_pause_ahead_stays_empty() -> None:
    pause = Pause(TODAY + timedelta(days=1), TODAY + timedelta(days=2))
    plans = ahead(CARDS, TODAY, [5] * 4, keep(2), seed_of, pauses=[pause])
    assert [bool(ids) for _, ids in plans] == [True, False, False, True]


def test_each_day_is_told_how_many_cards_are_still_new() -> None:
    asked: list[tuple[int, int]] = []

    def share(day: int, unmet: int) -> int:
        asked.append((day, unmet))
        return 0

    ahead(CARDS, TODAY, [8] * 4, share, seed_of)
    assert [day for day, _ in asked] == [0, 1, 2, 3]
    assert [unmet for _, unmet in asked][:2] == [20, 12]
    assert asked[-1][1] < 12


def test_a_card_that_is_asked_once_is_in_one_plan_only() -> None:
    once = [card._replace(once=True) for card in CARDS[:3]]
    plans = ahead(once, TODAY, [2] * 7, keep(2), seed_of)
    assert sorted(card_id for _, ids in plans for card_id in ids) == [0, 1, 2]
