"""Readiness on arrays: the days on which recalls are held, as `Readiness.wait` has them for one."""

import numpy as np
from fsrs.scheduler import STABILITY_MIN

from scheduler.bulk.fsrs6 import Floats, Ints
from scheduler.load import spread_bounds
from scheduler.policy.aim import MAX_INTERVAL_DAYS, MIN_DESIRED_RECALL
from scheduler.policy.readiness import LENIENCE, SETTLED_DAYS

_BOUNDS: Ints = np.clip(
    [spread_bounds(days) for days in range(MAX_INTERVAL_DAYS + 1)], 1, MAX_INTERVAL_DAYS
).T


def lowered(stability: Floats, desired_recall: Floats | float) -> Floats:
    """The recall at which each card is asked again, somewhat lower while its memory is fresh."""
    fresh = np.log(np.clip(stability, STABILITY_MIN, SETTLED_DAYS) / SETTLED_DAYS)
    found: Floats = np.maximum(desired_recall + LENIENCE * fresh, MIN_DESIRED_RECALL)
    return found


def around(stability: Floats, recall: Floats, w20: Floats | float) -> tuple[Ints, Ints]:
    """The first and last of the days around the one on which recall has sunk so far."""
    exponent = -1 / w20
    days = within(stability * ((recall**exponent - 1) / (0.9**exponent - 1)))
    earliest, latest = _BOUNDS[:, days]
    return earliest, latest


def within(days: Floats) -> Ints:
    """Numbers of days as intervals: whole, 1 to 365."""
    found: Ints = np.clip(np.rint(days), 1, MAX_INTERVAL_DAYS).astype(np.int64)
    return found
