"""Long lists of ids in statements: a database takes some tens of thousands of values at most."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeVar

AT_ONCE = 5_000

T = TypeVar("T")


def in_parts(values: Iterable[T]) -> Iterator[list[T]]:
    """All of these values, so many at once as one statement takes."""
    held = list(values)
    for first in range(0, len(held), AT_ONCE):
        yield held[first : first + AT_ONCE]
