"""Spreading due days, so that cards learned together do not come back together for ever.

The bounds are those of Anki (rslib/src/scheduler/states/fuzz.rs).
"""

from functools import cache, lru_cache
from hashlib import blake2b

MIN_SPREAD_DAYS = 2.5
_RANGES = ((2.5, 7.0, 0.15), (7.0, 20.0, 0.10), (20.0, float("inf"), 0.05))


@cache
def spread_bounds(interval: int) -> tuple[int, int]:
    """The shortest and longest interval, in days, that may stand in for `interval`.

    ±(1 + 15 % of days 2.5 to 7 + 10 % of days 7 to 20 + 5 % of the days beyond), rounded; an
    interval under 2.5 days stays as it is.
    """
    if interval < MIN_SPREAD_DAYS:
        return interval, interval
    delta = 1 + sum(share * max(min(interval, end) - start, 0.0) for start, end, share in _RANGES)
    return round(interval - delta), round(interval + delta)


def picked(shortest: int, longest: int, seed: str) -> int:
    """One of these days, both included, always the same for the same seed.

    With one seed, bounds that lie later never give an earlier day.
    """
    return shortest + int(fraction(seed) * (longest - shortest + 1))


@lru_cache(maxsize=16)  # the four buttons of a card ask for the same one
def fraction(seed: str) -> float:
    """A number from 0 to below 1, always the same for the same seed."""
    # Spelled out because Python's own `hash` of a text differs from process to process.
    return int.from_bytes(blake2b(seed.encode(), digest_size=6).digest()) / 2**48
