"""Offline evaluation against a truth that is known, because it was made up."""

from dataclasses import replace

import numpy as np
import pytest

from scheduler.rhythm.dice import Floats
from scheduler.rhythm.evaluation import Estimate, Logged, doubly_robust, ips, snips

TRUTH = np.array([0.2, 0.3, 0.5, 0.6])
LOGGING = np.array([0.55, 0.25, 0.1, 0.1])
WANTED = np.array([0.1, 0.1, 0.3, 0.5])
WORTH = float(WANTED @ TRUTH)
CHOICES = 1500


def log(seed: int, forecast: Floats = TRUTH) -> tuple[Logged, Floats, Floats]:
    """Choices by `LOGGING`, with what was foreseen of each and of the way that is judged."""
    luck = np.random.default_rng(seed)
    arm = luck.choice(4, CHOICES, p=LOGGING)
    reward = (luck.random(CHOICES) < TRUTH[arm]).astype(np.float64)
    learner = np.arange(CHOICES)
    logged = Logged(learner, WANTED[arm], LOGGING[arm], reward)
    return logged, forecast[arm], np.full(CHOICES, float(WANTED @ forecast))


def holds(estimates: list[Estimate]) -> float:
    """How often the interval has the truth in it."""
    return float(np.mean([one.low <= WORTH <= one.high for one in estimates]))


def test_all_three_find_the_truth_and_their_intervals_hold() -> None:
    logs = [log(seed) for seed in range(300)]
    for estimates in (
        [ips(one) for one, _, _ in logs],
        [snips(one) for one, _, _ in logs],
        [doubly_robust(*one) for one in logs],
    ):
        assert np.mean([one.value for one in estimates]) == pytest.approx(WORTH, abs=0.006)
        assert 0.92 <= holds(estimates) <= 0.98


def test_a_wrong_forecast_costs_width_and_no_truth() -> None:
    wrong = [doubly_robust(*log(seed, np.full(4, 0.9))) for seed in range(200)]
    right = [doubly_robust(*log(seed)) for seed in range(200)]
    assert np.mean([one.value for one in wrong]) == pytest.approx(WORTH, abs=0.01)
    assert holds(wrong) > 0.9
    assert np.mean([one.high - one.low for one in wrong]) > np.mean(
        [one.high - one.low for one in right]
    )


def test_weights_held_against_all_and_a_forecast_make_it_narrower() -> None:
    logged, forecast, valued = log(1)
    plain, held, leaning = (
        one.high - one.low
        for one in (ips(logged), snips(logged), doubly_robust(logged, forecast, valued))
    )
    assert held < 0.8 * plain
    assert leaning < 0.8 * plain


def test_judging_the_way_that_chose_gives_the_plain_mean() -> None:
    logged, _, _ = log(2)
    same = replace(logged, wanted=logged.propensity)
    assert ips(same).value == snips(same).value == pytest.approx(logged.reward.mean())


def test_many_choices_for_one_learner_do_not_pass_for_many_learners() -> None:
    logged, _, _ = log(3)
    habits = np.sort(logged.reward)
    few = replace(logged, learner=np.arange(CHOICES) // 50, reward=habits)
    many = replace(few, learner=np.arange(CHOICES))
    assert snips(few).high - snips(few).low > 3 * (snips(many).high - snips(many).low)


def test_one_learner_alone_tells_nothing_for_sure() -> None:
    logged, forecast, valued = log(4)
    alone = replace(logged, learner=np.zeros(CHOICES, np.int64))
    for one in (ips(alone), snips(alone), doubly_robust(alone, forecast, valued)):
        assert (one.low, one.high) == (-np.inf, np.inf)
        assert 0 < one.value < 1


def test_a_log_of_nothing_or_without_chances_is_refused() -> None:
    logged, _, _ = log(5)
    nobody = np.zeros(0)
    with pytest.raises(ValueError, match="choices"):
        Logged(nobody.astype(np.int64), nobody, nobody, nobody)
    for chance in (0.0, np.nan):
        with pytest.raises(ValueError, match="chance"):
            replace(logged, propensity=np.full(CHOICES, chance))


def test_a_way_that_would_have_taken_nothing_of_the_log_cannot_be_told() -> None:
    logged, _, _ = log(6)
    never = replace(logged, wanted=np.zeros(CHOICES))
    with pytest.raises(ValueError, match="nothing"):
        snips(never)
    assert ips(never).value == 0
