"""Which of two ways to foretell is better, and whether by more than chance gives."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt

import numpy as np
from numpy.typing import NDArray

from scheduler.bulk.fsrs6 import Floats
from scheduler.students_t import quantile

LEAST_CLUSTERS = 8
"""Of fewer days or people the spread cannot be told."""
LEVEL = 0.995
"""Each learner's log is looked at again as it grows, and there are many learners."""
_LEAST = 1e-4


@dataclass(frozen=True, slots=True)
class Gain:
    """What is gained in log loss per answer, and the least of it that chance does not give."""

    mean: float
    low: float


def losses(foretold: Floats, right: NDArray[np.bool_]) -> Floats:
    """The log loss of each answer."""
    # Kept off 0 and 1: one surprise would otherwise cost infinitely much.
    kept = np.clip(foretold, _LEAST, 1 - _LEAST)
    return -np.log(np.where(right, kept, 1 - kept))


def gain(less: Floats, than: Floats, clusters: Sequence[int]) -> Gain | None:
    """How much smaller the losses `less` are; None where there are too few clusters to tell.

    Answers of one cluster (a day of a learner; in a firm, a learner) resemble each other, so the
    spread is taken between clusters, by the usual linearisation of a mean over clusters.
    """
    names, place = np.unique(np.asarray(clusters), return_inverse=True)
    count = len(names)
    if count < LEAST_CLUSTERS:
        return None
    gained = than - less
    mean = float(gained.mean())
    residuals = np.bincount(place, weights=gained - mean)
    variance = count / (count - 1) * float((residuals**2).sum()) / len(gained) ** 2
    return Gain(mean, mean - quantile(LEVEL, count - 1) * sqrt(variance))
