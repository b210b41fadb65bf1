"""A programme: which interval, for each state of a card, serves a date best.

`scheduler.policy.iteration` says what is best, `scheduler.policy.programmes` where they are kept.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from scheduler.bulk.fsrs6 import Floats, Ints
from scheduler.policy.grid import nearest

FLOOR = 0.70
"""No card is let below it on the way."""
EVE = 3
"""Days before the date for which nothing is planned."""
SLACK = 0.05
"""Reviews, or what they are worth, that a plan may cost more for spreading the days."""
HORIZONS = (92, 184)


@dataclass(frozen=True, slots=True)
class Programme:
    """`windows[:, left, s, d]`: earliest and latest day for the next review, `left` days ahead.

    Any day between serves the date within `SLACK`; 0 and 0 where no further review before the date
    pays. `s` and `d` index the grid.
    """

    windows: NDArray[np.int16]

    @property
    def horizon(self) -> int:
        """The most days left that it knows of."""
        return len(self.windows[0]) - 1

    def window(self, days_left: int, stability: float, difficulty: float) -> tuple[int, int]:
        """The window of one card; days beyond the horizon count as the horizon."""
        found = self.windows_of(days_left, np.array([stability]), np.array([difficulty]))
        return int(found[0, 0]), int(found[1, 0])

    def windows_of(self, days_left: int, stability: Floats, difficulty: Floats) -> Ints:
        """The windows of many cards with so many days left: a row of earliest, one of latest."""
        s, d = nearest(stability, difficulty)
        found: Ints = self.windows[:, min(days_left, self.horizon), s, d].astype(np.int64)
        return found


def horizon_of(days: int) -> int:
    """The horizon for a date so many days ahead; the farthest where none reaches it."""
    return next((one for one in HORIZONS if days <= one), HORIZONS[-1])
