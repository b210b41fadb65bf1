"""Lift: how much more is right now than at first, with an interval.

Newcombe's square-and-add interval of a difference (Statistics in Medicine 17, 1998), built on the
two intervals of `scheduler.recall`, which know already that answers come from few people. Both
shares are of the same people; taking them as independent makes the interval rather too wide.
"""

from dataclasses import dataclass
from math import hypot

from scheduler.recall import Figure


@dataclass(frozen=True, slots=True)
class Lift:
    """The share right now less that at first, -1 to 1, with its 95 % interval."""

    lift: float
    low: float
    high: float


def lift(initial: Figure, current: Figure) -> Lift | None:
    """From the one figure to the other; None where one of the two is of nothing."""
    if initial.recall_rate is None or initial.low is None or initial.high is None:
        return None
    if current.recall_rate is None or current.low is None or current.high is None:
        return None
    change = current.recall_rate - initial.recall_rate
    down = hypot(current.recall_rate - current.low, initial.high - initial.recall_rate)
    up = hypot(current.high - current.recall_rate, initial.recall_rate - initial.low)
    return Lift(change, max(change - down, -1.0), min(change + up, 1.0))
