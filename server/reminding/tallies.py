"""What reminders came to, by hour and by wording: between the bytes of the store and arrays."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from scheduler.rhythm.arms import Tallies
from scheduler.rhythm.welcome import HOURS

WORDINGS = ("plain", "minutes", "still-know", "one-card", "at-work", "good-moment")
"""In the order of their numbers: those kept must go on to mean the same, so new ones come last."""

Counts = NDArray[np.float32]
_HOUR_SHAPE, _WORDING_SHAPE = (HOURS, 2), (len(WORDINGS), 3)
NEVER = 0.0
"""The day of the last use of a wording that was not used yet."""


def hours(kept: Sequence[bytes | None]) -> Counts:
    """For each row and local hour: sent, answered."""
    return _read(kept, _HOUR_SHAPE)


def wordings(kept: Sequence[bytes | None]) -> Counts:
    """For each row and wording: sent, answered, ordinal of the day of the last use."""
    return _read(kept, _WORDING_SHAPE)


def written(counts: Counts) -> bytes:
    """One row as it is kept."""
    return counts.astype("<f4").tobytes()


def as_tallies(counts: Counts) -> Tallies:
    """As the scheduler takes them."""
    both = counts.astype(np.float64)
    return Tallies(tried=both[..., 0], answered=both[..., 1])


def _read(kept: Sequence[bytes | None], shape: tuple[int, int]) -> Counts:
    size = shape[0] * shape[1] * 4
    nothing = bytes(size)
    # Rows of before a wording was added are shorter.
    whole = b"".join((one or nothing).ljust(size, b"\0")[:size] for one in kept)
    return np.frombuffer(whole, "<f4").reshape(len(kept), *shape)
