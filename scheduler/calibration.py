"""How well the model foretold recall: predicted against observed, with counts.

RMSE over bins as in the FSRS benchmark; log loss beside that of the best constant, because a model
that does not beat "always the average" has told nothing.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from math import log, sqrt

BINS = 20
_LEAST = 1e-4


@dataclass(frozen=True, slots=True)
class Bin:
    """Answers foretold nearly alike: `n` of them, `predicted` on average, `right` in fact.

    `number` is 0 to 19; bin 0 reaches from 0 to 0.05.
    """

    number: int
    n: int
    predicted: float
    right: int

    @property
    def observed(self) -> float:
        """The share that was right, 0 to 1."""
        return self.right / self.n


@dataclass(frozen=True, slots=True)
class Calibration:
    """The model over `n` first answers; smaller is better in all three measures.

    `predicted` and `observed` are means over all of them. `log_loss` takes each answer at the mean
    of its bin, which at 20 bins changes it by less than 0.001. `constant_log_loss` is that of
    foretelling the observed average each time.
    """

    n: int
    predicted: float
    observed: float
    log_loss: float
    constant_log_loss: float
    rmse: float


def calibration(bins: Iterable[Bin]) -> Calibration | None:
    """The measures over these bins; None without answers."""
    filled = [one for one in bins if one.n]
    n = sum(one.n for one in filled)
    if n == 0:
        return None
    right = sum(one.right for one in filled)
    losses = sum(loss(one.predicted, one.n, one.right) for one in filled)
    squares = sum(one.n * (one.predicted - one.observed) ** 2 for one in filled)
    return Calibration(
        n=n,
        predicted=sum(one.n * one.predicted for one in filled) / n,
        observed=right / n,
        log_loss=losses / n,
        constant_log_loss=loss(right / n, n, right) / n,
        rmse=sqrt(squares / n),
    )


def loss(predicted: float, n: int, right: int) -> float:
    """The log loss, summed, of foretelling `predicted` for `n` answers, so many of them right."""
    # Kept off 0 and 1: one surprise would otherwise cost infinitely much.
    predicted = min(max(predicted, _LEAST), 1 - _LEAST)
    return -(right * log(predicted) + (n - right) * log(1 - predicted))
