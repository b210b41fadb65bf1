"""What a date costs and gives, and the least price that reaches the recall wanted on it."""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from fsrs.scheduler import DEFAULT_PARAMETERS
from numpy.typing import NDArray

from scheduler.bulk.fsrs6 import Bulk, Floats
from scheduler.policy.deadline import PRICES, USUAL_ATTENDANCE
from scheduler.policy.grid import DIFFICULTIES, GRID, STABILITIES, mix, place
from scheduler.policy.iteration import HARD_SHARE
from scheduler.policy.programme import EVE, FLOOR, horizon_of
from scheduler.policy.programmes import programme
from scheduler.policy.readiness import days_until

KNOWN_AT_FIRST_SIGHT = 0.5
MOST_MISSED = 4
"""Days in a row on which a card that is due may be missed; beyond it the rest hardly counts."""
_MODEL = Bulk(np.array(DEFAULT_PARAMETERS))
_AGAIN, _GOOD = np.array([1]), np.array([3])
_held = np.array([[max(int(days_until(s, FLOOR, DEFAULT_PARAMETERS[20])), 1)] for s in STABILITIES])


@dataclass(frozen=True, slots=True)
class Reach:
    """What a card that is met on the first day comes to.

    `recall`: the chance of knowing it on the date; `reviews`: those after the first meeting.
    """

    price: float
    recall: float
    reviews: float


def least_price(days: int, desired_recall: float) -> Reach:
    """The cheapest way to `desired_recall` so many days on; the dearest where none gets there."""
    low, high = 0, len(PRICES) - 1
    while low < high:
        middle = (low + high) // 2
        if reach(days, PRICES[middle]).recall >= desired_recall:
            high = middle
        else:
            low = middle + 1
    return reach(days, PRICES[low])


@lru_cache(maxsize=1024)
def reach(days: int, price: float) -> Reach:
    """Where the programme of that price brings a card, at the usual attendance.

    `days` beyond the horizon of programmes count as the horizon.
    """
    horizon = horizon_of(days)
    curve = _curve(horizon, price)
    recall, reviews = curve[:, min(max(days, 0), horizon)]
    return Reach(price, float(recall), float(reviews))


@lru_cache(maxsize=32)
def _curve(horizon: int, price: float) -> Floats:
    """Recall on the date and reviews of a new card, by the days left when it is met."""
    known, met = _MODEL.first(_GOOD), _MODEL.first(_AGAIN)
    # A wrong card comes back within the session.
    mended = _MODEL.following(*met, _GOOD, np.array([0]))
    shares = (KNOWN_AT_FIRST_SIGHT, 1 - KNOWN_AT_FIRST_SIGHT)
    values = _values(horizon, price)
    found = np.zeros((2, horizon + 1))
    for share, (stability, difficulty) in zip(shares, (known, mended), strict=True):
        mixed = values @ mix(difficulty)
        row, part = place(stability)
        low, high = mixed[:, :, row[0], 0], mixed[:, :, row[0] + 1, 0]
        found += share * ((1 - part) * low + part * high)
    return found


def _values(horizon: int, price: float) -> Floats:
    """Recall on the date and reviews still to come, by days left, stability and difficulty.

    Backwards from the date, along the middle of the windows of the programme.
    """
    planned = programme(horizon, price, USUAL_ATTENDANCE).windows.sum(axis=0) // 2
    ways = _Ways(horizon)
    values = np.zeros((2, horizon + 1, *GRID))
    for left in range(horizon + 1):
        waits = _waits(planned[left].astype(np.int64), left)
        asked = waits > 0
        still = asked.astype(np.float64)
        found = np.zeros((2, *GRID))
        for missed in range(MOST_MISSED + 1):
            after = waits + missed
            share = np.where(after < left, USUAL_ATTENDANCE * still, 0.0)
            if not share.any():
                break
            found += share * ways.worth(left, np.clip(after, 1, left - 1))
            still = still - share
        # Whoever misses it to the end knows what is left of it on the date.
        found[0] += np.where(asked, still, 1.0) * _recall_after(left)
        values[:, left] = found
        ways.keep(left, found)
    return values


def _recall_after(days: int) -> Floats:
    return _MODEL.recall(STABILITIES, np.array(days))[:, None]


def _waits(planned: NDArray[np.int64], left: int) -> NDArray[np.int64]:
    """The intervals as a deadline takes them, over the grid; 0 for no further review."""
    most = left - EVE
    if most < 1:
        return np.zeros(GRID, np.int64)
    longest = np.minimum(_held, most)
    waits = np.minimum(np.where(planned == 0, longest, planned), longest)
    found: NDArray[np.int64] = np.where((planned == 0) & (_held >= left), 0, waits)
    return found


class _Ways:
    """Where reviews lead to on the grid, for each interval and rating."""

    def __init__(self, longest: int) -> None:
        days = np.arange(longest + 1)[:, None, None]
        s, d = STABILITIES[None, :, None], DIFFICULTIES[None, None, :]
        self._recall = _MODEL.recall(STABILITIES[:, None], np.arange(longest + 1)).T
        self._places = []
        self._mixes = []
        self._after = np.zeros((3, 2, longest + 1, *GRID))
        for rating in (1, 2, 3):
            stability, _ = _MODEL.following(s, d, np.array(rating), days)
            self._places.append(place(stability))
            self._mixes.append(mix(_MODEL.difficulty(DIFFICULTIES, np.array(rating))))

    def keep(self, left: int, found: Floats) -> None:
        """Takes the values with so many days left, for reviews that lead there."""
        for after, one in zip(self._after, self._mixes, strict=True):
            after[:, left] = found @ one

    def worth(self, left: int, after: NDArray[np.int64]) -> Floats:
        """The values of a card that is asked so many days on, that review counted."""
        rows, columns = np.indices(GRID)
        recall = self._recall[after, rows]
        chances = (1 - recall, HARD_SHARE * recall, (1 - HARD_SHARE) * recall)
        found = np.zeros((2, *GRID))
        for chance, (rows_after, parts), values in zip(
            chances, self._places, self._after, strict=True
        ):
            row, share = rows_after[after, rows, columns], parts[after, rows, columns]
            low = values[:, left - after, row, columns]
            high = values[:, left - after, row + 1, columns]
            found += chance * ((1 - share) * low + share * high)
        found[1] += 1
        return found
