"""How long many cards of one aim wait, as `Aim.wait` has it for one."""

from collections.abc import Callable
from datetime import date

import numpy as np
from fsrs.scheduler import DEFAULT_PARAMETERS, STABILITY_MIN

from scheduler.bulk.fsrs6 import Floats, Ints
from scheduler.load import spread_bounds
from scheduler.policy.aim import MAX_INTERVAL_DAYS, MIN_DESIRED_RECALL, Aim, Strength
from scheduler.policy.deadline import Deadline
from scheduler.policy.programme import EVE, FLOOR, programme
from scheduler.policy.readiness import LENIENCE, SETTLED_DAYS, Readiness, days_until

Windows = Callable[[Floats, Floats, date], tuple[Ints, Ints]]
"""First and last day for the next review, by stability and difficulty, after an answer that day."""
_W20 = DEFAULT_PARAMETERS[20]
_SHORTEST, _LONGEST = np.clip(
    [spread_bounds(days) for days in range(MAX_INTERVAL_DAYS + 1)], 1, MAX_INTERVAL_DAYS
).T


def windows(aim: Aim) -> Windows:
    """The aim on arrays."""
    if isinstance(aim, Readiness):
        return lambda stability, _, __: _holding(aim, stability)
    if isinstance(aim, Deadline):
        return lambda stability, difficulty, on: _to_date(aim, stability, difficulty, on)
    return lambda stability, _, on: _on_its_days(aim, stability, on)


def around(stability: Floats, recall: Floats) -> tuple[Ints, Ints]:
    """The days around the one on which recall has sunk so far."""
    exponent = -1 / _W20
    days = _within(stability * (recall**exponent - 1) / (0.9**exponent - 1))
    return _SHORTEST[days], _LONGEST[days]


def _holding(aim: Readiness, stability: Floats) -> tuple[Ints, Ints]:
    fresh = np.log(np.clip(stability, STABILITY_MIN, SETTLED_DAYS) / SETTLED_DAYS)
    return around(stability, np.maximum(aim.desired_recall + LENIENCE * fresh, MIN_DESIRED_RECALL))


def _to_date(aim: Deadline, stability: Floats, difficulty: Floats, on: date) -> tuple[Ints, Ints]:
    left = (aim.on - on).days
    most = left - EVE
    until_floor = stability * days_until(1.0, FLOOR, _W20)
    afterwards = _within(np.maximum(until_floor, left + 1))
    if most < 1:
        return afterwards, afterwards
    plan = programme(left, aim.price, aim.attendance)
    earliest, latest = plan.windows_of(left, stability, difficulty)
    held = np.maximum(until_floor.astype(np.int64), 1)
    rests = (latest == 0) & (held >= left)
    longest = np.minimum(most, held)
    earliest, latest = (
        np.where(rests, afterwards, np.where(days > 0, np.minimum(days, longest), longest))
        for days in (earliest, latest)
    )
    return earliest, latest


def _on_its_days(aim: Aim, stability: Floats, on: date) -> tuple[Ints, Ints]:
    # It looks at no memory, so one card stands for all.
    days = np.full(len(stability), aim.wait(Strength(1.0, 1.0, on, _W20)).latest)
    return days, days


def _within(days: Floats | Ints) -> Ints:
    found: Ints = np.clip(np.rint(days), 1, MAX_INTERVAL_DAYS).astype(np.int64)
    return found
