"""What is wanted of a card, and what every policy answers: how long it may wait."""

from datetime import date
from typing import NamedTuple, Protocol

MIN_DESIRED_RECALL = 0.70
MAX_DESIRED_RECALL = 0.97
MAX_INTERVAL_DAYS = 365


class Strength(NamedTuple):
    """A card just answered: its memory as far as a policy looks at it.

    `stability` in days, `difficulty` 1 to 10, `on` the study day of the answer, `w20` the learner's
    parameter for how fast forgetting slows down.
    """

    stability: float
    difficulty: float
    on: date
    w20: float


class Wait(NamedTuple):
    """Days from the answer to the next one: any from `earliest` to `latest` serves as well.

    Beyond `most` the aim is missed. 1 to 365 all three, in this order.
    """

    earliest: int
    latest: int
    most: int


class Aim(Protocol):
    """A policy with its settings, as a campaign or a learner has them."""

    @property
    def desired_recall(self) -> float | None:
        """The recall to hold or to reach; None for a policy that looks at the days alone."""
        ...

    def wait(self, card: Strength) -> Wait:
        """How long the card may wait for its next review."""
        ...

    def __str__(self) -> str:
        """How the log names it; `scheduler.policy.aims.read` gives the aim back."""
        ...


def checked(desired_recall: float) -> float:
    """The same number. Raises ValueError outside 0.70 to 0.97.

    `fsrs` accepts any number here and would schedule years ahead, or every day.
    """
    if not MIN_DESIRED_RECALL <= desired_recall <= MAX_DESIRED_RECALL:
        raise ValueError(f"desired recall must be 0.70 to 0.97, not {desired_recall}")
    return desired_recall


def within(days: float) -> int:
    """A number of days as an interval: whole, 1 to 365."""
    return min(max(round(days), 1), MAX_INTERVAL_DAYS)
