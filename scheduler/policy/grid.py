"""The grid of stabilities and difficulties on which a date is planned for."""

import numpy as np
from numpy.typing import NDArray

from scheduler.bulk.fsrs6 import Floats, Ints

STABILITIES: Floats = np.geomspace(0.05, 3000, 64)
DIFFICULTIES: Floats = np.linspace(1, 10, 13)
GRID = (len(STABILITIES), len(DIFFICULTIES))
_STEP = np.log(STABILITIES[1] / STABILITIES[0])
_WIDTH = DIFFICULTIES[1] - DIFFICULTIES[0]


def nearest(stability: Floats, difficulty: Floats) -> tuple[Ints, Ints]:
    """The row and column of the point next to each card."""
    row = np.floor(np.log(stability / STABILITIES[0]) / _STEP + 0.5).astype(np.int64)
    column = np.rint((difficulty - 1) / _WIDTH).astype(np.int64)
    return np.clip(row, 0, GRID[0] - 1), np.clip(column, 0, GRID[1] - 1)


def place(stability: Floats) -> tuple[NDArray[np.int64], Floats]:
    """The row below each stability, and how far it is on the way to the next."""
    at = np.clip(np.log(stability / STABILITIES[0]) / _STEP, 0, GRID[0] - 1.001)
    row = at.astype(np.int64)
    return row, at - row


def mix(difficulty: Floats) -> Floats:
    """The matrix that reads values on the grid of difficulties at these ones."""
    at = np.clip((difficulty - 1) / _WIDTH, 0, GRID[1] - 1.001)
    lower = at.astype(np.int64)
    found = np.zeros((GRID[1], len(difficulty)))
    columns = np.arange(len(difficulty))
    found[lower, columns] = 1 - (at - lower)
    found[lower + 1, columns] = at - lower
    return found
