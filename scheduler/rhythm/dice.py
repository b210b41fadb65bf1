"""Seeded dice (SplitMix64), for one person or a page of them: the same seed gives the same throw.

Made from a person and a study day they need no state, so any clock or worker throws the same.
"""

from datetime import date
from typing import Final

import numpy as np
from numpy.typing import ArrayLike, NDArray

Seeds = NDArray[np.uint64]
Floats = NDArray[np.float64]

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


def seeds(people: ArrayLike, study_day: date, what: int) -> Seeds:
    """A seed for each of these people, on that day, for what is thrown."""
    key = np.uint64(study_day.toordinal() * _THROWS + what)
    return _mixed(_mixed(np.asarray(people).astype(np.uint64)) ^ key)


def fractions(seeds: Seeds) -> Floats:
    """A number from 0 to below 1 for each."""
    fraction: Floats = (seeds >> np.uint64(64 - _BITS)) / 2.0**_BITS
    return fraction


def fraction(person: int, study_day: date, what: int) -> float:
    """The same throw for one person, without the cost of arrays."""
    key = study_day.toordinal() * _THROWS + what
    return (_mixed_one(_mixed_one(person & _ALL) ^ key) >> (64 - _BITS)) / 2.0**_BITS


def _mixed(z: Seeds) -> Seeds:
    z = z + np.uint64(_STEP)
    z = (z ^ (z >> np.uint64(30))) * np.uint64(_FIRST)
    z = (z ^ (z >> np.uint64(27))) * np.uint64(_SECOND)
    mixed: Seeds = z ^ (z >> np.uint64(31))
    return mixed


def _mixed_one(z: int) -> int:
    z = (z + _STEP) & _ALL
    z = ((z ^ (z >> 30)) * _FIRST) & _ALL
    z = ((z ^ (z >> 27)) * _SECOND) & _ALL
    return z ^ (z >> 31)
