"""Readiness: a card is due on the day its predicted recall has sunk to the desired recall."""

from dataclasses import dataclass
from functools import lru_cache

from scheduler.policy.aim import MAX_INTERVAL_DAYS, Strength, Wait, checked, within


@dataclass(frozen=True, slots=True)
class Readiness:
    """Holds `desired_recall`, 0.70 to 0.97. Raises ValueError outside it."""

    desired_recall: float

    def __post_init__(self) -> None:
        checked(self.desired_recall)

    def __str__(self) -> str:
        return f"readiness:{self.desired_recall!r}"

    def wait(self, card: Strength) -> Wait:
        """Until recall has sunk to the desired recall; spread to both sides."""
        days = days_until(card.stability, self.desired_recall, card.w20)
        return Wait(within(days), MAX_INTERVAL_DAYS)


def days_until(stability: float, recall: float, w20: float) -> float:
    """Days until recall has sunk to `recall`, above 0 and below 1.

    The forgetting curve of FSRS-6, R = (1 + factor · t / S) ** -w20, solved for t.
    """
    return stability * _days_per_stability(recall, w20)


@lru_cache(maxsize=1024)
def _days_per_stability(recall: float, w20: float) -> float:
    exponent = -1 / w20
    ratio: float = (recall**exponent - 1) / (0.9**exponent - 1)
    return ratio
