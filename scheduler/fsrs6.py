"""The formulas of FSRS-6, on bare numbers.

The `fsrs` package has the same ones, but reviewing a card through it means copying the card,
writing a log entry and looking for a due date, which is found elsewhere here: four fifths of the
time, and a session foretells forty answers. Every step here is in the package's order, and the
tests hold the two together.
"""

from dataclasses import dataclass
from functools import lru_cache
from math import e

from fsrs.scheduler import DEFAULT_PARAMETERS, MAX_DIFFICULTY, MIN_DIFFICULTY, STABILITY_MIN

__all__ = ["DEFAULT_PARAMETERS", "RATINGS", "Model", "model"]

RATINGS = (1, 2, 3, 4)
_HARD, _GOOD, _EASY = 2, 3, 4
_HARDEST = 11
_SHARE_AT_STABILITY = 0.9


@dataclass(frozen=True, slots=True)
class Model:
    """One set of 21 parameters, with what follows from them alone.

    Ratings are 1 to 4, stability is in days, difficulty 1 to 10, elapsed days are whole.
    """

    w: tuple[float, ...]
    decay: float
    factor: float
    easiest_start: float
    recall_gain: float
    forget_share: float

    def first(self, rating: int) -> tuple[float, float]:
        """Stability and difficulty after the first answer."""
        difficulty = _bounded(self.w[4] - e ** (self.w[5] * (rating - 1)) + 1)
        return max(self.w[rating - 1], STABILITY_MIN), difficulty

    def following(
        self, stability: float, difficulty: float, rating: int, elapsed_days: int
    ) -> tuple[float, float]:
        """Stability and difficulty after one more answer; 0 days elapsed is the same day."""
        if elapsed_days < 1:
            grown = self._same_day(stability, rating)
        else:
            recall = self.recall(stability, elapsed_days)
            if rating < _HARD:
                grown = self._forgotten(stability, difficulty, recall)
            else:
                grown = self._recalled(stability, difficulty, recall, rating)
        return max(grown, STABILITY_MIN), self._difficulty(difficulty, rating)

    def stabilities(
        self, stability: float, difficulty: float, elapsed_days: int
    ) -> tuple[float, float, float, float]:
        """Stability after each rating, 1 to 4, as `following` gives it; shared steps done once."""
        w = self.w
        if elapsed_days < 1:
            again, hard, good, easy = (self._same_day(stability, rating) for rating in RATINGS)
        else:
            recall = self.recall(stability, elapsed_days)
            growth = self._growth(stability, difficulty, recall)
            again = self._forgotten(stability, difficulty, recall)
            hard = stability * (1 + growth * w[15])
            good = stability * (1 + growth)
            easy = stability * (1 + growth * w[16])
        least = STABILITY_MIN
        return max(again, least), max(hard, least), max(good, least), max(easy, least)

    def difficulties(self, difficulty: float) -> tuple[float, float, float, float]:
        """Difficulty after each rating, 1 to 4, as `following` gives it."""
        again, hard, good, easy = (self._difficulty(difficulty, rating) for rating in RATINGS)
        return again, hard, good, easy

    def recall(self, stability: float, elapsed_days: int) -> float:
        """The chance, 0 to 1, of recall so many days after an answer."""
        share: float = (1 + self.factor * elapsed_days / stability) ** self.decay
        return share

    def _same_day(self, stability: float, rating: int) -> float:
        w = self.w
        growth: float = e ** (w[17] * (rating - 3 + w[18])) * stability ** -w[19]
        return stability * (growth if rating < _HARD else max(growth, 1.0))

    def _recalled(self, stability: float, difficulty: float, recall: float, rating: int) -> float:
        w = self.w
        penalty = w[15] if rating == _HARD else 1
        bonus = w[16] if rating == _EASY else 1
        growth = self._growth(stability, difficulty, recall)
        return stability * (1 + growth * penalty * bonus)

    def _growth(self, stability: float, difficulty: float, recall: float) -> float:
        w = self.w
        growth: float = (
            self.recall_gain
            * (_HARDEST - difficulty)
            * stability ** -w[9]
            * (e ** ((1 - recall) * w[10]) - 1)
        )
        return growth

    def _forgotten(self, stability: float, difficulty: float, recall: float) -> float:
        w = self.w
        after: float = (
            w[11]
            * difficulty ** -w[12]
            * ((stability + 1) ** w[13] - 1)
            * e ** ((1 - recall) * w[14])
        )
        return min(after, stability / self.forget_share)

    def _difficulty(self, difficulty: float, rating: int) -> float:
        w = self.w
        damped = difficulty + (10.0 - difficulty) * -(w[6] * (rating - _GOOD)) / 9.0
        return _bounded(w[7] * self.easiest_start + (1 - w[7]) * damped)


@lru_cache(maxsize=256)
def model(w: tuple[float, ...]) -> Model:
    """The model with these parameters."""
    decay = -w[20]
    return Model(
        w=w,
        decay=decay,
        factor=_SHARE_AT_STABILITY ** (1 / decay) - 1,
        easiest_start=w[4] - e ** (w[5] * (_EASY - 1)) + 1,
        recall_gain=e ** w[8],
        forget_share=e ** (w[17] * w[18]),
    )


def _bounded(difficulty: float) -> float:
    return min(max(difficulty, MIN_DIFFICULTY), MAX_DIFFICULTY)
