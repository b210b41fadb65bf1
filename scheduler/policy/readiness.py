"""Readiness: a card is due when its predicted recall has sunk to the desired recall."""

from dataclasses import dataclass
from math import log

from fsrs.scheduler import STABILITY_MIN

from scheduler.load import spread_bounds
from scheduler.policy.aim import (
    MAX_INTERVAL_DAYS,
    MIN_DESIRED_RECALL,
    Strength,
    Wait,
    checked,
    within,
)

SETTLED_DAYS = 8.0
LENIENCE = 0.02


@dataclass(frozen=True, slots=True)
class Readiness:
    """Holds `desired_recall`, 0.70 to 0.97. Raises ValueError outside it."""

    desired_recall: float

    def __post_init__(self) -> None:
        checked(self.desired_recall)

    def __str__(self) -> str:
        return f"readiness:{self.desired_recall!r}"

    def wait(self, card: Strength) -> Wait:
        """Until recall has sunk to the desired recall, give or take a few days."""
        target = lowered(card.stability, self.desired_recall)
        shortest, longest = spread_bounds(within(days_until(card.stability, target, card.w20)))
        return Wait(max(shortest, 1), min(longest, MAX_INTERVAL_DAYS), MAX_INTERVAL_DAYS)


def lowered(stability: float, desired_recall: float) -> float:
    """The recall at which a card is asked again: somewhat lower while its memory is fresh.

    A review of a memory that lasts days gains little, and the days soon come again. Asking at 2 %
    less for each e-fold under `SETTLED_DAYS`, and never under 0.70, keeps the mean recall of a set
    with fewer reviews (docs/decisions/0023-policies.md has the figures).
    """
    if stability >= SETTLED_DAYS:
        return desired_recall
    lower = desired_recall + LENIENCE * log(max(stability, STABILITY_MIN) / SETTLED_DAYS)
    return max(lower, MIN_DESIRED_RECALL)


def days_until(stability: float, recall: float, w20: float) -> float:
    """Days until recall has sunk to `recall`, above 0 and below 1.

    The forgetting curve of FSRS-6, R = (1 + factor · t / S) ** -w20, solved for t.
    """
    exponent = -1 / w20
    ratio: float = (recall**exponent - 1) / (0.9**exponent - 1)
    return stability * ratio
