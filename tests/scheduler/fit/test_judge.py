"""Telling a gain from chance."""

from __future__ import annotations

import numpy as np
import pytest

from scheduler.fit.judge import LEAST_CLUSTERS, gain, losses


def test_a_sure_miss_costs_much_but_not_infinitely() -> None:
    found = losses(np.array([1.0, 0.0, 0.5]), np.array([False, True, True]))
    assert found == pytest.approx([9.21034, 9.21034, 0.693147], abs=1e-4)


def test_a_gain_on_every_day_is_one() -> None:
    days = np.repeat(np.arange(30), 10)
    than = np.full(300, 0.4) + 0.01 * np.sin(np.arange(300))
    found = gain(np.full(300, 0.35), than, days.tolist())
    assert found is not None
    assert 0.03 < found.low < found.mean < 0.06


def test_a_gain_of_one_day_is_chance() -> None:
    days = np.repeat(np.arange(30), 10)
    less = np.where(days == 7, 0.1, 0.41)
    found = gain(less, np.full(300, 0.4), days.tolist())
    assert found is not None
    assert found.low < 0


def test_answers_that_come_in_clumps_say_less() -> None:
    dice = np.random.default_rng(3)
    than = dice.normal(0.4, 0.2, 400)
    alone = gain(np.full(400, 0.35), than, list(range(400)))
    by_day = np.repeat(dice.normal(0.4, 0.2, 20), 20)
    clumped = gain(np.full(400, 0.35), by_day, np.repeat(np.arange(20), 20).tolist())
    assert alone is not None
    assert clumped is not None
    assert clumped.mean - clumped.low > 2 * (alone.mean - alone.low)


def test_few_days_tell_nothing() -> None:
    n = LEAST_CLUSTERS - 1
    assert gain(np.zeros(n), np.ones(n), list(range(n))) is None
