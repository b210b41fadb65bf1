"""Seeded dice (SplitMix64), for one person or a page of them: the same seed gives the same throw.

Made from a person and a study day they need no state, so any clock or worker throws the same.
"""

from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

Seeds = NDArray[np.uint64]
Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

MINUTE: Final = 1
HOUR: Final = 2
WORDING: Final = 3
"""What is thrown for: one day's throws must not hang together."""

_STEP, _FIRST, _SECOND = 0x9E3779B97F4A7C15, 0xBF58476D1CE4E5B9, 0x94D049BB133111EB
_ALL = 2**64 - 1
_THROWS = 64
"""Kinds of throws for which a day has room."""
_BITS = 53
"""As many as a float holds exactly."""


def seeds(people: Sequence[int] | Ints, study_day: date, what: int) -> Seeds:
    """A seed for each of these people, on that day, for what is thrown."""
    start = np.uint64(_start(study_day, what))
    z = start + np.asarray(people).astype(np.uint64) * np.uint64(_STEP)
    z = (z ^ (z >> np.uint64(30))) * np.uint64(_FIRST)
    z = (z ^ (z >> np.uint64(27))) * np.uint64(_SECOND)
    mixed: Seeds = z ^ (z >> np.uint64(31))
    return mixed


def fractions(seeds: Seeds) -> Floats:
    """A number from 0 to below 1 for each."""
    fraction: Floats = (seeds >> np.uint64(64 - _BITS)) / 2.0**_BITS
    return fraction


def fraction(person: int, study_day: date, what: int) -> float:
    """The same throw for one person, without the cost of arrays."""
    mixed = _mixed((_start(study_day, what) + person * _STEP) & _ALL)
    return (mixed >> (64 - _BITS)) / 2.0**_BITS


@lru_cache(maxsize=64)
def _start(study_day: date, what: int) -> int:
    """Where the day's row of numbers begins; a person has the one of their number in it."""
    return _mixed(study_day.toordinal() * _THROWS + what)


def _mixed(z: int) -> int:
    z = ((z ^ (z >> 30)) * _FIRST) & _ALL
    z = ((z ^ (z >> 27)) * _SECOND) & _ALL
    return z ^ (z >> 31)
