"""Two tables with the same columns beside each other: what was made, and what is stored."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from scheduler.bulk.fsrs6 import Ints
from scheduler.bulk.replay import Bools
from server.store.columns import Columns, Values, some

CLOSE = 1e-9
"""Arrays round otherwise than one number after the other."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two tables, the rows of each, by number, whose key is in both, and per column whether those
    are alike."""

    made: Columns
    stored: Columns
    in_made: Ints
    in_stored: Ints
    alike: dict[str, Bools]

    @property
    def right(self) -> tuple[Ints, Ints]:
        """The rows that are alike in all, by number in each table."""
        wholly = np.all([*self.alike.values()], axis=0)
        return self.in_made[wholly], self.in_stored[wholly]

    @property
    def lone(self) -> tuple[Columns, Columns]:
        """The rows of each table without a counterpart in the other."""
        return _without(self.made, self.in_made), _without(self.stored, self.in_stored)

    @property
    def people(self) -> Values:
        """Those of whom anything differs."""
        made, stored = self.right
        left = _without(self.made, made), _without(self.stored, stored)
        return np.unique(np.concatenate([one["person_id"] for one in left]))


def compare(
    made: Columns, stored: Columns, key: Sequence[str], values: Sequence[str]
) -> Comparison:
    """Looks up each row of one table in the other; both have each key once at most."""
    keys = _numbered(made, stored, key)
    _, in_made, in_stored = np.intersect1d(*keys, assume_unique=True, return_indices=True)
    alike = {name: _alike(made[name][in_made], stored[name][in_stored]) for name in values}
    return Comparison(made, stored, in_made, in_stored, alike)


def _numbered(made: Columns, stored: Columns, key: Sequence[str]) -> tuple[Ints, Ints]:
    """The key of each row of both tables as one number, the same for the same key."""
    count = len(made[key[0]])
    numbers = np.zeros(count + len(stored[key[0]]), np.int64)
    for name in key:
        known, places = np.unique(np.concatenate([made[name], stored[name]]), return_inverse=True)
        numbers = numbers * len(known) + places
    return numbers[:count], numbers[count:]


def _alike(a: Values, b: Values) -> Bools:
    numbers = a.dtype.kind == "f"
    found: Bools = abs(a - b) <= CLOSE * np.maximum(abs(a), 1.0) if numbers else a == b
    return found


def _without(table: Columns, rows: Ints) -> Columns:
    left = np.ones(len(table["person_id"]), bool)
    left[rows] = False
    return some(table, left)
