"""How long many cards of one aim wait, as `Aim.wait` has it for one."""

from collections.abc import Callable
from datetime import date

import numpy as np
from fsrs.scheduler import DEFAULT_PARAMETERS

from scheduler.bulk.fsrs6 import Floats, Ints
from scheduler.bulk.holding import around, lowered, within
from scheduler.policy.aim import MAX_INTERVAL_DAYS, Aim, Strength
from scheduler.policy.deadline import Deadline
from scheduler.policy.programme import EVE, FLOOR
from scheduler.policy.programmes import programme
from scheduler.policy.readiness import Readiness, days_until

Windows = Callable[[Floats, Floats, date], tuple[Ints, Ints]]
"""First and last day for the next review, by stability and difficulty, after an answer that day."""
_W20 = DEFAULT_PARAMETERS[20]


def windows(aim: Aim) -> Windows:
    """The aim on arrays."""
    if isinstance(aim, Readiness):
        return lambda stability, _, __: _holding(aim, stability)
    if isinstance(aim, Deadline):
        return lambda stability, difficulty, on: _to_date(aim, stability, difficulty, on)
    return lambda stability, _, on: _on_its_days(aim, stability, on)


def _holding(aim: Readiness, stability: Floats) -> tuple[Ints, Ints]:
    return around(stability, lowered(stability, aim.desired_recall), _W20)


def _to_date(aim: Deadline, stability: Floats, difficulty: Floats, on: date) -> tuple[Ints, Ints]:
    left = (aim.on - on).days
    most = left - EVE
    until_floor = stability * days_until(1.0, FLOOR, _W20)
    afterwards = within(np.maximum(until_floor, left + 1))
    if most < 1:
        return afterwards, afterwards
    plan = programme(left, aim.price, aim.attendance)
    earliest, latest = plan.windows_of(left, stability, difficulty)
    held = np.maximum(until_floor.astype(np.int64), 1)
    rests = (latest == 0) & (held >= left)
    longest = np.minimum(held, min(most, MAX_INTERVAL_DAYS))
    earliest, latest = (
        np.where(rests, afterwards, np.where(days > 0, np.minimum(days, longest), longest))
        for days in (earliest, latest)
    )
    return earliest, latest


def _on_its_days(aim: Aim, stability: Floats, on: date) -> tuple[Ints, Ints]:
    # It looks at no memory, so one card stands for all.
    days = np.full(len(stability), aim.wait(Strength(1.0, 1.0, on, _W20)).latest)
    return days, days
