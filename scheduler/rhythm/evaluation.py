"""What another way of choosing would have come to, told from what was logged.

Each choice was logged with the chance it had, so what was not chosen can be reckoned with: inverse
propensity scoring (IPS), its self-normalised form (SNIPS), and doubly robust evaluation (Dudík,
Langford & Li 2011), which leans on a forecast and corrects it by what happened.
"""

from dataclasses import dataclass

import numpy as np

from scheduler.rhythm.arms import Ints
from scheduler.rhythm.dice import Floats

_SURE = 1.96
"""Standard errors to each side for 95 %."""


@dataclass(frozen=True, slots=True)
class Logged:
    """One number per choice: who for, the chance of what was taken, under the way that is judged
    (`wanted`) and under the one that chose (`propensity`, above zero), and what it brought."""

    learner: Ints
    wanted: Floats
    propensity: Floats
    reward: Floats

    @property
    def weight(self) -> Floats:
        """For how many choices each stands."""
        return self.wanted / self.propensity


@dataclass(frozen=True, slots=True)
class Estimate:
    """The mean reward of a choice, between `low` and `high` in 95 of 100 such logs."""

    value: float
    low: float
    high: float


def ips(log: Logged) -> Estimate:
    """Without bias whatever the log, and wide where the two ways differ much."""
    worth = log.weight * log.reward
    return _estimate(float(worth.mean()), worth - worth.mean(), log.learner)


def snips(log: Logged) -> Estimate:
    """Hardly biased, mostly narrower: weights that happen to be heavy are held against all."""
    weight = log.weight
    value = float((weight * log.reward).sum() / weight.sum())
    return _estimate(value, weight * (log.reward - value) / weight.mean(), log.learner)


def doubly_robust(log: Logged, forecast: Floats, valued: Floats) -> Estimate:
    """Without bias if the propensities are true, and narrower the better the forecast.

    `forecast`: the reward foreseen for what was taken, from earlier choices alone. `valued`: the
    one foreseen for a choice by the way that is judged.
    """
    worth = valued + log.weight * (log.reward - forecast)
    return _estimate(float(worth.mean()), worth - worth.mean(), log.learner)


def _estimate(value: float, deviations: Floats, learner: Ints) -> Estimate:
    """Choices for one learner hang together, so the sums of learners are what varies."""
    _, number = np.unique(learner, return_inverse=True)
    sums = np.bincount(number, weights=deviations)
    spread = _SURE * float(np.sqrt((sums**2).sum())) / len(deviations)
    return Estimate(value, value - spread, value + spread)
