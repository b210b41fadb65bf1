"""How far reading is, told to whoever watches a large file come in."""

from collections.abc import Callable, Iterable, Iterator
from typing import Final, Literal, TypeVar

Stage = Literal["reading", "files", "read"]
"""Cards are read, the files that they show are made fit, and all is on its way to who asked."""

Told = Callable[[Stage, int, int | None], None]
"""Hears how many things of a stage are done, of how many; None where only the end will tell."""

STEP: Final = 500
"""Rows between two words about them: some milliseconds of work."""

_T = TypeVar("_T")


def silent(_stage: Stage, _done: int, _of: int | None) -> None:
    """Nobody watches."""


def counted(items: Iterable[_T], told: Told, of: int | None = None) -> Iterator[_T]:
    """The same items, told as they are taken."""
    for done, item in enumerate(items):
        if done % STEP == 0:
            told("reading", done, of)
        yield item
