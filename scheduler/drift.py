"""Whether the model has come off: what it foretold in recent weeks against what was remembered.

A two-sided t-test with learners as clusters, since answers of one person are alike, on the mean of
(right - foretold). Not against 0, for no model is exact and enough answers would condemn any, but
against `MARGIN`: an alarm says that the model is surely off by more than that. One look a week at
`LEVEL` gives about half a false alarm a year, by adding up, however much the weeks overlap.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import sqrt
from typing import NamedTuple

from scheduler.students_t import BOTH_SIDES_95, quantile

MARGIN = 0.03
"""Nobody would practise otherwise for less."""
LEVEL = 0.01
MIN_LEARNERS = 20
MIN_ANSWERS = 100
"""With fewer learners or answers the test gives more false alarms than it promises."""


class Verdict(StrEnum):
    """What may be said; `off` is the alarm."""

    HOLDS = "holds"
    OFF = "off"
    TOO_FEW = "too-few"


class LearnerSum(NamedTuple):
    """First answers of one learner: how many, how many right, and the sum of their chances."""

    answers: int
    right: int
    predicted: float


@dataclass(frozen=True, slots=True)
class Check:
    """Means over `n` answers of `learners` people, and 95 % bounds of observed - predicted."""

    verdict: Verdict
    n: int
    learners: int
    predicted: float
    observed: float
    low: float
    high: float


def check(sums: Sequence[LearnerSum]) -> Check | None:
    """The test on learners with at least one answer each; None where there is too little of it."""
    count = len(sums)
    n = sum(one.answers for one in sums)
    if count < MIN_LEARNERS or n < MIN_ANSWERS:
        return None
    gap = sum(one.right - one.predicted for one in sums) / n
    residuals = sum((one.right - one.predicted - gap * one.answers) ** 2 for one in sums)
    predicted = sum(one.predicted for one in sums) / n
    # Likeness within learners that is missing by chance is not believed: with few wrong answers
    # the residuals look smaller than they are, and the test would cry too often.
    independent = predicted * (1 - predicted) / n
    error = sqrt(max(count / (count - 1) * residuals / n**2, independent))
    reach = quantile(BOTH_SIDES_95, count - 1) * error
    off = abs(gap) - MARGIN > quantile(1 - LEVEL / 2, count - 1) * error
    return Check(
        verdict=Verdict.OFF if off else Verdict.HOLDS,
        n=n,
        learners=count,
        predicted=predicted,
        observed=sum(one.right for one in sums) / n,
        low=gap - reach,
        high=gap + reach,
    )
