"""How much is remembered, with an interval that knows that answers come from few people.

Answers of one learner resemble each other, so a hundred answers of five people say less than a
hundred answers of fifty. The interval is Wilson's on an effective number of answers, the form that
Franco, Little, Louis and Slud recommend (Journal of Survey Statistics and Methodology 7, 2019):

- the variance of the share right, with learners as clusters, by the usual linearisation of a
  ratio (Cochran, Sampling Techniques, 3rd edition, chapter 6), over the variance that independent
  answers would have had, gives the design effect;
- the effective number is then lowered for the few degrees of freedom behind that estimate
  (Korn and Graubard, Survey Methodology 24, 1998).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import sqrt
from statistics import NormalDist

from scheduler.students_t import BOTH_SIDES_95, quantile

_Z = NormalDist().inv_cdf(BOTH_SIDES_95)


@dataclass(frozen=True, slots=True)
class Figure:
    """`n` answers of `learners` people: the share right and its 95 % interval, all 0 to 1.

    None instead of a figure where there is no answer at all.
    """

    n: int
    learners: int
    recall_rate: float | None
    low: float | None
    high: float | None


def recall(groups: Iterable[tuple[int, int]]) -> Figure:
    """The figure for learners given as (answers, of which right), one pair per learner.

    Learners without answers do not count. With one learner, or with every answer right or every
    answer wrong, the data say nothing about likeness within a learner: answers then count as
    independent. Raises ValueError for a pair that cannot be.
    """
    learners = [group for group in groups if _checked(group) != (0, 0)]
    n = sum(answers for answers, _ in learners)
    if n == 0:
        return Figure(0, 0, None, None, None)
    recall_rate = sum(right for _, right in learners) / n
    low, high = _wilson(recall_rate, _effective_n(learners, n, recall_rate))
    return Figure(n, len(learners), recall_rate, low, high)


def _checked(group: tuple[int, int]) -> tuple[int, int]:
    answers, right = group
    if not 0 <= right <= answers:
        raise ValueError(f"{right} right of {answers} answers cannot be")
    return group


def _effective_n(learners: Sequence[tuple[int, int]], n: int, recall_rate: float) -> float:
    """The number of independent answers that would be as informative; never more than `n`."""
    count = len(learners)
    independent = recall_rate * (1 - recall_rate) / n
    if count == 1 or independent == 0:
        return n
    residuals = sum((right - recall_rate * answers) ** 2 for answers, right in learners)
    clustered = count / (count - 1) * residuals / n**2
    # By chance the estimate can fall below that of independent answers; it is not believed then.
    design_effect = max(clustered / independent, 1.0)
    return n / design_effect * (_Z / quantile(BOTH_SIDES_95, count - 1)) ** 2


def _wilson(share: float, n: float) -> tuple[float, float]:
    """Wilson's score interval; `n` need not be whole."""
    spread = _Z * sqrt(share * (1 - share) / n + (_Z / (2 * n)) ** 2)
    middle = share + _Z**2 / (2 * n)
    scale = 1 + _Z**2 / n
    # Rounding must not leave the share itself, or 0 or 1, a hair outside.
    low = max(min((middle - spread) / scale, share), 0.0)
    high = min(max((middle + spread) / scale, share), 1.0)
    return low, high
