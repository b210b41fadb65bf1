"""What another way of choosing would have come to, told from what was logged.

Each choice was logged with the chance it had, so what was not chosen can be reckoned with: inverse
propensity scoring (IPS), its self-normalised form (SNIPS), and doubly robust evaluation (Dudík,
Langford & Li 2011), which leans on a forecast and corrects it by what happened.
"""

from dataclasses import dataclass

import numpy as np

from scheduler.rhythm.dice import Floats, Ints
from scheduler.students_t import BOTH_SIDES_95, quantile


@dataclass(frozen=True, slots=True)
class Logged:
    """One number per choice: who for, the chance of what was taken, under the way that is judged
    (`wanted`) and under the one that chose (`propensity`), and what it brought.

    Raises ValueError without any choice, and for one that had no chance.
    """

    learner: Ints
    wanted: Floats
    propensity: Floats
    reward: Floats

    def __post_init__(self) -> None:
        if not len(self.learner) or not (self.propensity > 0).all():
            raise ValueError("a log has choices, each with the chance it had")

    @property
    def weight(self) -> Floats:
        """For how many choices each stands."""
        return self.wanted / self.propensity


@dataclass(frozen=True, slots=True)
class Estimate:
    """The mean reward of a choice, between `low` and `high` in 95 of 100 such logs.

    Of one learner alone it may be anything.
    """

    value: float
    low: float
    high: float


def ips(log: Logged) -> Estimate:
    """Without bias whatever the log, and wide where the two ways differ much."""
    worth = log.weight * log.reward
    return _estimate(float(worth.mean()), worth - worth.mean(), log.learner)


def snips(log: Logged) -> Estimate:
    """Hardly biased, mostly narrower: weights that happen to be heavy are held against all.

    Raises ValueError where the way that is judged would have taken nothing of it.
    """
    weight = log.weight
    if not weight.any():
        raise ValueError("nothing in the log tells of that way")
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
    freedom = len(sums) - 1
    if not freedom:
        return Estimate(value, -np.inf, np.inf)
    error = float(np.sqrt((sums**2).sum() * len(sums) / freedom)) / len(deviations)
    spread = quantile(BOTH_SIDES_95, freedom) * error
    return Estimate(value, value - spread, value + spread)
