"""The programme behind a deadline: which interval, for each state of a card, serves the date best.

Value iteration backwards from the date, over days left, stability and difficulty. The worth of a
card on the date is its recall times `price`, the number of reviews that remembering one more card
is worth; each review on the way costs 1. What is planned is kept by a learner who turns up:
a card that is due is asked with chance `attendance` each day, until it is or the date is there.

On the way no card is let below `FLOOR`, and nothing is planned for the last `EVE` days; a card that
was missed may still be asked on them. A card that sinks below the floor within a day is asked every
day. Three things the model is not sure of make a
plan err on the safe side: part of the recall it counts on follows an exponential law (`DOUBT`),
whoever stays away, and a grid that rounds a stability down.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from fsrs.scheduler import DEFAULT_PARAMETERS
from numpy.typing import NDArray

from scheduler.bulk.fsrs6 import Bulk, Floats, Ints

FLOOR = 0.70
EVE = 3
DOUBT = 0.2
SLACK = 0.05
"""Reviews, or what they are worth, that a plan may cost more for spreading the days."""
HARD_SHARE = 0.15
HORIZONS = (92, 184)
LONGEST = 150

STABILITIES: Floats = np.geomspace(0.05, 3000, 64)
DIFFICULTIES: Floats = np.linspace(1, 10, 13)
_STEP = np.log(STABILITIES[1] / STABILITIES[0])
_NEVER = -1e9


@dataclass(frozen=True, slots=True)
class Programme:
    """`windows[:, left, s, d]`: earliest and latest day for the next review, `left` days ahead.

    Any day between serves the date within `SLACK`; 0 and 0 where no further review before the date
    pays. `s` and `d` index the grids above.
    """

    windows: NDArray[np.int16]

    @property
    def horizon(self) -> int:
        """The most days left that it knows of."""
        return len(self.windows[0]) - 1

    def window(self, days_left: int, stability: float, difficulty: float) -> tuple[int, int]:
        """The window of one card; days beyond the horizon count as the horizon."""
        found = self.windows_of(days_left, np.array([stability]), np.array([difficulty]))
        return int(found[0, 0]), int(found[1, 0])

    def windows_of(self, days_left: int, stability: Floats, difficulty: Floats) -> Ints:
        """The windows of many cards with so many days left: a row of earliest, one of latest."""
        s = np.floor(np.log(stability / STABILITIES[0]) / _STEP + 0.5).astype(np.int64)
        d = np.rint((difficulty - 1) / (DIFFICULTIES[1] - DIFFICULTIES[0])).astype(np.int64)
        s, d = np.clip(s, 0, len(STABILITIES) - 1), np.clip(d, 0, len(DIFFICULTIES) - 1)
        found: Ints = self.windows[:, min(days_left, self.horizon), s, d].astype(np.int64)
        return found


Tables = Callable[[int, float, float], NDArray[np.int16] | None]
"""Gives the intervals of a programme by horizon, price and attendance, if it has them."""
_tables: list[Tables] = []


def look_in(tables: Tables) -> None:
    """From now on programmes are taken from there: working one out takes up to two seconds.

    Besides, it rounds otherwise on another processor, and then due days would not be the same
    everywhere.
    """
    _tables[:] = [tables]
    _programme.cache_clear()


def programme(days_left: int, price: float, attendance: float) -> Programme:
    """The programme for a date so many days ahead, worked out at the first asking if need be.

    It is made for the default parameters, whatever a learner's own are: those go into stability
    and difficulty, and planning with them as well gained nothing in 2 x 60 simulated learners.
    """
    return _programme(_horizon(days_left), price, attendance)


def _horizon(days_left: int) -> int:
    return next((one for one in HORIZONS if days_left <= one), HORIZONS[-1])


@lru_cache(maxsize=16)
def unconstrained(horizon: int, price: float, attendance: float) -> Programme:
    """The same without floor, and up to the last evening: what no plan that keeps them can beat."""
    return worked_out(horizon, price, attendance, floor=0.0, eve=1)


@lru_cache(maxsize=128)
def _programme(horizon: int, price: float, attendance: float) -> Programme:
    found = [tables(horizon, price, attendance) for tables in _tables]
    kept = next((one for one in found if one is not None), None)
    return worked_out(horizon, price, attendance) if kept is None else Programme(kept)


def worked_out(
    horizon: int, price: float, attendance: float, *, floor: float = FLOOR, eve: int = EVE
) -> Programme:
    """The programme up to that horizon, by value iteration."""
    steps = _Steps(min(horizon, LONGEST), floor, eve)
    shape = (len(STABILITIES), len(DIFFICULTIES))
    windows = np.zeros((2, horizon + 1, *shape), np.int16)
    after = np.zeros((3, horizon + 1, *shape))
    for left in range(horizon + 1):
        worth = price * np.broadcast_to(steps.believed(left)[:, None], shape)
        best = steps.resting(left, worth)
        if left > eve:
            asked = _awaited(steps.asked(left, after) - 1, worth, attendance)[: left - eve]
            asked = np.where(steps.held[: len(asked), :, None], asked, _NEVER)
            found = asked.max(axis=0)
            windows[:, left] = np.where(found > best, _around_best(asked, found), 0)
            best = np.maximum(found, best)
        after[:, left] = steps.by_difficulty(best)
    return Programme(windows)


def _awaited(asked: Floats, worth: Floats, attendance: float) -> Floats:
    """What it is worth to be due after 1, 2, … days, for a learner who may stay away each day."""
    waited, found = worth, np.empty_like(asked)
    for days in range(len(asked) - 1, -1, -1):
        waited = attendance * asked[days] + (1 - attendance) * waited
        found[days] = waited
    return found


def _around_best(asked: Floats, best: Floats) -> Ints:
    """The first and last of the days around the best one that are worth nearly as much."""
    day = np.arange(len(asked))[:, None, None]
    pick = asked.argmax(axis=0)
    close = asked >= best - SLACK
    after = np.where(day <= pick, True, close).cumprod(axis=0).sum(axis=0)
    before = np.where(day >= pick, True, close)[::-1].cumprod(axis=0).sum(axis=0)
    return np.stack([len(asked) - before + 1, after])


class _Steps:
    """Where a review after 1, 2, … `longest` days leads to, on the grid."""

    def __init__(self, longest: int, floor: float, eve: int) -> None:
        model = Bulk(np.array(DEFAULT_PARAMETERS))
        days = np.arange(1, longest + 1)[:, None, None]
        s, d = STABILITIES[None, :, None], DIFFICULTIES[None, None, :]
        self._model, self._longest = model, longest
        self._floor, self._eve = floor, eve
        recall = model.recall(s, days)
        doubted = self._doubted(recall, s, days)
        self._chances = [1 - doubted, doubted * HARD_SHARE, doubted * (1 - HARD_SHARE)]
        self.held = (recall >= floor)[:, :, 0]
        # Nothing holds a card that sinks below the floor within a day: it is asked the next day.
        self.held[0] = True
        self._places: list[tuple[NDArray[np.int64], Floats]] = []
        self._mixes: list[Floats] = []
        for rating in (1, 2, 3):
            ratings = np.array(rating)
            stability, _ = model.following(s, d, ratings, days)
            place = np.log(stability / STABILITIES[0]) / _STEP
            place = np.clip(place, 0, len(STABILITIES) - 1.001)
            lower = place.astype(np.int64)
            flat = lower * len(DIFFICULTIES) + np.arange(len(DIFFICULTIES))
            self._places.append((flat, place - lower))
            self._mixes.append(_mix(model.difficulty(DIFFICULTIES, ratings)))

    def believed(self, left: int) -> Floats:
        """The recall counted on for the date, per stability, without a further review."""
        days = np.array(left)
        return self._doubted(self._model.recall(STABILITIES, days), STABILITIES, days)

    def resting(self, left: int, worth: Floats) -> Floats:
        """What no further review is worth; never, where the floor would be broken."""
        held = self._model.recall(STABILITIES, np.array(left)) >= self._floor
        return np.where((held | (left <= self._eve))[:, None], worth, _NEVER)

    def by_difficulty(self, values: Floats) -> Floats:
        """The values at the difficulty that each rating leads to."""
        return np.stack([values @ mix for mix in self._mixes])

    def asked(self, left: int, after: Floats) -> Floats:
        """What a review after 1, 2, … days is worth, but for its cost, up to the day before."""
        count = min(left - 1, self._longest)
        size = len(STABILITIES) * len(DIFFICULTIES)
        rows = ((left - np.arange(1, count + 1)) * size)[:, None, None]
        found = np.zeros((count, len(STABILITIES), len(DIFFICULTIES)))
        for chance, (flat, part), values in zip(self._chances, self._places, after, strict=True):
            at = rows + flat[:count]
            share, line = part[:count], values.reshape(-1)
            upper = line[at + len(DIFFICULTIES)]
            found += chance[:count] * ((1 - share) * line[at] + share * upper)
        return found

    @staticmethod
    def _doubted(recall: Floats, stability: Floats, days: NDArray[np.int64]) -> Floats:
        doubted: Floats = (1 - DOUBT) * recall + DOUBT * 0.9 ** (days / stability)
        return doubted


def _mix(difficulty: Floats) -> Floats:
    """The matrix that reads values on the grid of difficulties at these ones."""
    place = (difficulty - 1) / (DIFFICULTIES[1] - DIFFICULTIES[0])
    place = np.clip(place, 0, len(DIFFICULTIES) - 1.001)
    lower = place.astype(np.int64)
    mix = np.zeros((len(DIFFICULTIES), len(difficulty)))
    columns = np.arange(len(difficulty))
    mix[lower, columns] = 1 - (place - lower)
    mix[lower + 1, columns] = place - lower
    return mix
