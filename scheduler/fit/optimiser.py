"""The Rust library that fits FSRS-6 and replays logs in bulk.

It panics on input that it does not like, and its panics are no `Exception`; it holds the
interpreter's lock while it works. So it runs in a process where nobody else waits.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import isfinite

import numpy as np
from fsrs_rs_python import FSRS, FSRSItem, FSRSReview, TrainingConfig

from scheduler.bulk.fsrs6 import Bulk, Floats
from scheduler.fit.log import Log
from scheduler.fsrs6 import DEFAULT_PARAMETERS

Parameters = tuple[float, ...]

LEAST_ITEMS = 8
"""Of fewer the library makes its defaults."""


@dataclass(frozen=True, slots=True)
class Shrinkage:
    """How hard a fit is held back: by `gamma` inside the library, and towards where it starts.

    The second moves all parameters by n / (n + `answers`) of the way from there to the fit. It is
    needed because `gamma` leaves the first stabilities free, and few data throw just those about.
    """

    gamma: float
    answers: int


POOLED = Shrinkage(gamma=1.0, answers=1_000)
PERSONAL = Shrinkage(gamma=10.0, answers=1_000)


class Library:
    """One log as the library takes it, built once for all fits and replays of it."""

    def __init__(self, log: Log) -> None:
        reviews = [
            [FSRSReview(rating, days) for rating, days in zip(card.ratings, elapsed, strict=True)]
            for card, elapsed in zip(log.cards, log.elapsed, strict=True)
        ]
        self._whole = [FSRSItem(one) for one in reviews]
        self._items = [FSRSItem(reviews[one.card][: one.place + 1]) for one in log.trials]
        ends = [0, *np.cumsum([len(one) for one in reviews]).tolist()]
        # The stability that an answer met is the one that the answer before it left.
        self._met = np.array([ends[one.card] + one.place - 1 for one in log.trials], dtype=int)
        self._elapsed = np.array([one.elapsed for one in log.trials], dtype=float)

    def fitted(self, trials: int, start: Parameters, shrinkage: Shrinkage) -> Parameters | None:
        """Parameters learned from the first so many trials; None where there is no fit."""
        if trials < LEAST_ITEMS:
            return None
        items = self._items[:trials]
        config = TrainingConfig(gamma=shrinkage.gamma)
        try:
            found = FSRS(DEFAULT_PARAMETERS).compute_parameters(items, training_config=config)
        except BaseException as failure:
            if not _is_of_the_library(failure):
                raise
            return None
        if not all(map(isfinite, found)):
            return None
        share = len(items) / (len(items) + shrinkage.answers)
        return tuple(a + share * (b - a) for a, b in zip(start, found, strict=True))

    def foretold(self, parameters: Parameters) -> Floats:
        """The recall that these parameters foretell for each trial of the log, in its order."""
        states = FSRS(parameters).historical_memory_state_batch(self._whole)
        stability = np.array([state.stability for card in states for state in card])
        return Bulk(np.array(parameters)).recall(stability[self._met], self._elapsed)


def _is_of_the_library(failure: BaseException) -> bool:
    """A panic, or its complaint about the data. What stops the process is not swallowed."""
    return type(failure).__name__ == "PanicException" or isinstance(failure, ValueError)
