"""What a programme is: value iteration backwards from the date.

Over days left, stability and difficulty. The worth of a card on the date is its recall times
`price`, the number of reviews that remembering one more card is worth; each review on the way costs
1. What is planned is kept by a learner who turns up: a card that is due is asked with chance
`attendance` each day, until it is or the date is there.

On the way no card is let below `FLOOR`, and nothing is planned for the last `EVE` days; a card that
was missed may still be asked on them. A card that sinks below the floor within a day is asked every
day. A plan errs on the safe side in what the model is not sure of: part of the recall it counts on
follows an exponential law (`DOUBT`).
"""

import numpy as np
from fsrs.scheduler import DEFAULT_PARAMETERS
from numpy.typing import NDArray

from scheduler.bulk.fsrs6 import Bulk, Floats, Ints
from scheduler.policy.grid import DIFFICULTIES, GRID, STABILITIES, mix, place
from scheduler.policy.programme import EVE, FLOOR, SLACK, Programme

DOUBT = 0.2
HARD_SHARE = 0.15
"""Of right answers, those that were not sure."""
LONGEST = 150
"""The longest interval that is tried."""
_NEVER = -1e9


def worked_out(
    horizon: int, price: float, attendance: float, *, floor: float = FLOOR, eve: int = EVE
) -> Programme:
    """The programme up to that horizon, by value iteration."""
    steps = _Steps(min(horizon, LONGEST), floor, eve)
    windows = np.zeros((2, horizon + 1, *GRID), np.int16)
    after = np.zeros((3, horizon + 1, *GRID))
    for left in range(horizon + 1):
        worth = price * np.broadcast_to(steps.believed(left)[:, None], GRID)
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
            row, part = place(stability)
            self._places.append((row * GRID[1] + np.arange(GRID[1]), part))
            self._mixes.append(mix(model.difficulty(DIFFICULTIES, ratings)))

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
        return np.stack([values @ one for one in self._mixes])

    def asked(self, left: int, after: Floats) -> Floats:
        """What a review after 1, 2, … days is worth, but for its cost, up to the day before."""
        count = min(left - 1, self._longest)
        rows = ((left - np.arange(1, count + 1)) * GRID[0] * GRID[1])[:, None, None]
        found = np.zeros((count, *GRID))
        for chance, (flat, part), values in zip(self._chances, self._places, after, strict=True):
            at = rows + flat[:count]
            share, line = part[:count], values.reshape(-1)
            upper = line[at + GRID[1]]
            found += chance[:count] * ((1 - share) * line[at] + share * upper)
        return found

    @staticmethod
    def _doubted(recall: Floats, stability: Floats, days: NDArray[np.int64]) -> Floats:
        doubted: Floats = (1 - DOUBT) * recall + DOUBT * 0.9 ** (days / stability)
        return doubted
