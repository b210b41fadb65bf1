"""Booster: three repetitions, two days, two weeks and two months after the course.

The ladder that is known from the classroom ("2-2-2"). It looks at no answer, so it asks more than
a card that is known needs and less than one that is not.
"""

from dataclasses import dataclass
from datetime import date

from scheduler.policy.aim import MAX_INTERVAL_DAYS, Strength, Wait, within

AFTER_DAYS = (2, 14, 61)


@dataclass(frozen=True, slots=True)
class Booster:
    """Repeats on fixed days after the study day `since`."""

    since: date

    @property
    def desired_recall(self) -> None:
        """None: it looks at no answer."""
        return

    def __str__(self) -> str:
        return f"booster:{self.since}"

    def wait(self, card: Strength) -> Wait:
        """Until the next of the days; a year when all are past."""
        so_far = (card.on - self.since).days
        days = next((after - so_far for after in AFTER_DAYS if after > so_far), MAX_INTERVAL_DAYS)
        return Wait(within(days), within(days), within(days))
