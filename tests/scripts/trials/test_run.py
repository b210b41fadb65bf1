"""A course of made-up learners, as the benchmark of policies has it."""

from datetime import timedelta

import numpy as np

from scheduler.policy.deadline import PRICES, Deadline
from scheduler.policy.readiness import Readiness
from scripts.benches.trials.choosers import COURSE, By
from scripts.benches.trials.run import Outcome, simulate
from scripts.benches.trials.world import Attendance, Truth, World, world

DAYS = 90
ALWAYS, OWN = Attendance(), Truth()


def people(truth: Truth = OWN, attendance: Attendance = ALWAYS, seed: int = 1) -> World:
    return world(40, 20, DAYS, truth=truth, attendance=attendance, seed=seed)


def holding(recall: float, who: World | None = None, budget: int | None = None) -> Outcome:
    return simulate(who or people(), By(Readiness(recall)), budget=budget)


def test_the_same_seed_gives_the_same_learners_and_another_gives_others() -> None:
    first, again, other = (holding(0.9, people(seed=seed)).recall_on for seed in (1, 1, 2))
    assert np.array_equal(first, again)
    assert not np.array_equal(first, other)


def test_no_day_goes_above_the_budget() -> None:
    outcome = holding(0.9, budget=4)
    assert outcome.largest_day == 4
    assert outcome.days_above(4) == 0
    assert holding(0.9).days_above(4) > 0


def test_nobody_practises_in_a_lapse() -> None:
    away = Attendance(share=0.5, lapses=1, lapse_days=30)
    attends = people(attendance=away).attends
    rows = ("".join("x" if there else "." for there in row) for row in attends)
    assert min(max(map(len, row.split("x"))) for row in rows) >= 30
    assert 0.2 < attends.mean() < 0.5


def test_more_is_known_at_a_higher_target_and_it_costs_more() -> None:
    low, high = holding(0.8), holding(0.95)
    assert high.mean_recall > low.mean_recall
    assert high.reviews_per_card > low.reviews_per_card


def test_a_date_costs_less_than_holding_what_it_reaches() -> None:
    aim = Deadline(COURSE + timedelta(days=DAYS), 0.9, PRICES[4], 1.0)
    held, reached = holding(0.9), simulate(people(), By(aim))
    assert reached.recall_at_end >= held.recall_at_end - 0.005
    assert reached.reviews_per_card < 0.6 * held.reviews_per_card
    assert reached.below_floor < 0.01


def test_who_forgets_by_another_law_knows_less_than_the_model_says() -> None:
    other = holding(0.9, people(Truth(error=0.25, exponential=0.5)))
    assert other.mean_recall < holding(0.9).mean_recall
