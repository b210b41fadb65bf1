"""Where programmes come from: tables that have them, or worked out at the first asking."""

from collections.abc import Callable
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from scheduler.policy.iteration import worked_out
from scheduler.policy.programme import Programme, horizon_of

Tables = Callable[[int, float, float], NDArray[np.int16] | None]
"""Gives the windows of a programme by horizon, price and attendance, if it has them."""
_tables: list[Tables] = []


def look_in(tables: Tables) -> None:
    """From now on programmes are taken from there: working one out takes up to two seconds.

    Besides, it rounds otherwise on another processor, and then due days would not be the same
    everywhere.
    """
    _tables[:] = [tables]
    _programme.cache_clear()


def programme(days_left: int, price: float, attendance: float) -> Programme:
    """The programme for a date so many days ahead.

    It is made for the default parameters, whatever a learner's own are: those go into stability
    and difficulty, and planning with them as well gained nothing in 2 x 60 simulated learners.
    """
    return _programme(horizon_of(days_left), price, attendance)


@lru_cache(maxsize=16)
def unconstrained(horizon: int, price: float, attendance: float) -> Programme:
    """The same without floor, and up to the last evening: what no plan that keeps them can beat."""
    return worked_out(horizon, price, attendance, floor=0.0, eve=1)


@lru_cache(maxsize=128)
def _programme(horizon: int, price: float, attendance: float) -> Programme:
    found = [tables(horizon, price, attendance) for tables in _tables]
    kept = next((one for one in found if one is not None), None)
    return worked_out(horizon, price, attendance) if kept is None else Programme(kept)
