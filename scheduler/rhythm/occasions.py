"""Moments of a campaign worth a message: it takes the place of that day's practice reminder."""

from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args

from scheduler.days_off import Calendar

OccasionKind = Literal["start", "course-day", "check-in", "last-week", "result"]
KINDS: frozenset[str] = frozenset(get_args(OccasionKind))
NEWS: frozenset[OccasionKind] = frozenset({"course-day", "result"})
"""Those that tell something; the others ask for practice, and so need a card that waits."""


@dataclass(frozen=True, slots=True)
class Occasion:
    """What a campaign has to say on a study day."""

    kind: OccasionKind

    @property
    def is_news(self) -> bool:
        """Whether it is worth telling to somebody for whom no card waits."""
        return self.kind in NEWS


def falls_on(day: date, calendar: Calendar) -> date | None:
    """When a moment meant for `day` is told: then, or on the first working day after it."""
    return calendar.first_open(day)
