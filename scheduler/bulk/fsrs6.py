"""The formulas of FSRS-6 on arrays: one number per card, all cards in one step.

`scheduler.fsrs6` has them for one card; the tests hold the two together. Parameters are 21 numbers,
or 21 rows with a column per card where each card has its own.
"""

from dataclasses import dataclass

import numpy as np
from fsrs.scheduler import MAX_DIFFICULTY, MIN_DIFFICULTY, STABILITY_MIN
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

_HARDEST = 11
_AGAIN, _HARD, _GOOD, _EASY = 1, 2, 3, 4


@dataclass(frozen=True, slots=True)
class Bulk:
    """The model with these parameters. Stability in days, difficulty 1 to 10, ratings 1 to 4."""

    w: Floats

    def of(self, cards: NDArray[np.intp]) -> "Bulk":
        """The model for some of the cards, by index."""
        return self if self.w.ndim == 1 else Bulk(self.w[:, cards])

    def first(self, ratings: Ints) -> tuple[Floats, Floats]:
        """Stability and difficulty after the first answer."""
        stability = np.choose(ratings - 1, [np.broadcast_to(s, ratings.shape) for s in self.w[:4]])
        difficulty = self.w[4] - np.exp(self.w[5] * (ratings - 1)) + 1
        return np.maximum(stability, STABILITY_MIN), _bounded(difficulty)

    def recall(self, stability: Floats, elapsed_days: Ints | Floats) -> Floats:
        """The chance, 0 to 1, of recall so many days after an answer."""
        decay = -self.w[20]
        factor = 0.9 ** (1 / decay) - 1
        share: Floats = (1 + factor * elapsed_days / stability) ** decay
        return share

    def following(
        self,
        stability: Floats,
        difficulty: Floats,
        ratings: Ints,
        elapsed_days: Ints,
        recall: Floats | None = None,
    ) -> tuple[Floats, Floats]:
        """Stability and difficulty after one more answer; 0 days elapsed is the same day.

        `recall` stands in for the model's own where a card forgets by another law.
        """
        if recall is None:
            recall = self.recall(stability, elapsed_days)
        later = np.where(
            ratings == _AGAIN,
            self._forgotten(stability, difficulty, recall),
            self._recalled(stability, difficulty, recall, ratings),
        )
        grown = np.where(elapsed_days < 1, self._same_day(stability, ratings), later)
        return np.maximum(grown, STABILITY_MIN), self.difficulty(difficulty, ratings)

    def difficulty(self, difficulty: Floats, ratings: Ints) -> Floats:
        """Difficulty after one more answer."""
        w = self.w
        damped = difficulty - w[6] * (ratings - _GOOD) * (10 - difficulty) / 9
        easiest = w[4] - np.exp(w[5] * (_EASY - 1)) + 1
        return _bounded(w[7] * easiest + (1 - w[7]) * damped)

    def _same_day(self, stability: Floats, ratings: Ints) -> Floats:
        w = self.w
        growth = np.exp(w[17] * (ratings - _GOOD + w[18])) * stability ** -w[19]
        # A right answer never weakens.
        grown: Floats = stability * np.where(ratings < _HARD, growth, np.maximum(growth, 1.0))
        return grown

    def _recalled(
        self, stability: Floats, difficulty: Floats, recall: Floats, ratings: Ints
    ) -> Floats:
        w = self.w
        button = np.where(ratings == _HARD, w[15], np.where(ratings == _EASY, w[16], 1.0))
        ease = np.exp(w[8]) * (_HARDEST - difficulty) * stability ** -w[9]
        grown: Floats = stability * (1 + ease * (np.exp((1 - recall) * w[10]) - 1) * button)
        return grown

    def _forgotten(self, stability: Floats, difficulty: Floats, recall: Floats) -> Floats:
        w = self.w
        after = (
            w[11]
            * difficulty ** -w[12]
            * ((stability + 1) ** w[13] - 1)
            * np.exp((1 - recall) * w[14])
        )
        lost: Floats = np.minimum(after, stability / np.exp(w[17] * w[18]))
        return lost


def _bounded(difficulty: Floats) -> Floats:
    bounded: Floats = np.clip(difficulty, MIN_DIFFICULTY, MAX_DIFFICULTY)
    return bounded
