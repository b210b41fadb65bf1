"""How long many cards of one aim wait, as `Aim.wait` has it for one."""

from collections.abc import Callable
from datetime import date

import numpy as np
from fsrs.scheduler import DEFAULT_PARAMETERS
from numpy.typing import NDArray

from scheduler.bulk.fsrs6 import Floats, Ints
from scheduler.policy.aim import MAX_INTERVAL_DAYS
from scheduler.policy.deadline import Deadline
from scheduler.policy.programme import EVE, FLOOR, programme
from scheduler.policy.readiness import Readiness, days_until

Waits = Callable[[Floats, Floats, date], NDArray[np.int64]]
"""Days to the next review by stability and difficulty, after an answer on that day."""
_W20 = DEFAULT_PARAMETERS[20]


def waits(aim: Readiness | Deadline) -> Waits:
    """The aim on arrays."""
    if isinstance(aim, Readiness):
        return lambda stability, _, __: _within(_days(stability, aim.desired_recall))
    return lambda stability, difficulty, on: _to_date(aim, stability, difficulty, on)


def _to_date(aim: Deadline, stability: Floats, difficulty: Floats, on: date) -> Ints:
    left = (aim.on - on).days
    most = left - EVE
    until_floor = _days(stability, FLOOR)
    held = until_floor.astype(np.int64)
    afterwards = _within(np.maximum(until_floor, left + 1))
    if most < 1:
        return afterwards
    planned = programme(left, aim.price, aim.attendance).interval_of(
        np.full(len(stability), left), stability, difficulty
    )
    longest = np.where(held >= 1, np.minimum(most, held), most)
    asked = np.minimum(np.where(planned == 0, longest, planned), longest)
    rests = (planned == 0) & ((held >= left) | (held < 1))
    found: Ints = np.where(rests, afterwards, asked)
    return found


def _days(stability: Floats, recall: float) -> Floats:
    return stability * days_until(1.0, recall, _W20)


def _within(days: Floats | Ints) -> Ints:
    found: Ints = np.clip(np.rint(days), 1, MAX_INTERVAL_DAYS).astype(np.int64)
    return found
