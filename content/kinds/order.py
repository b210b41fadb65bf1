"""Order: put the items in the right order; `items` is that order."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import ClassVar

from content import limits
from content.kinds.face import Face, Flaw, Grade, Ungradable, list_flaws, listed, picked


@dataclass(frozen=True, kw_only=True)
class Order(Face):
    kind: ClassVar[str] = "order"

    items: tuple[str, ...]

    def own_flaws(self) -> Iterator[Flaw]:
        yield from list_flaws("items", self.items, 2, limits.CHOICES)
        if len(set(self.items)) < len(self.items):
            yield Flaw("same-twice", "items")

    def grade(self, answer: object) -> Grade:
        """From the most items that already stand in order: (those - 1) / (all - 1).

        One item out of place among five earns 0.75; the reverse order earns nothing.
        """
        given = [picked(one, self.items) for one in listed(answer)]
        if sorted(given) != list(range(len(self.items))):
            raise Ungradable("not-every-item-once")
        in_order = longest_rising(given)
        return Grade((in_order - 1) / (len(given) - 1), list(range(len(given))))


def longest_rising(numbers: Iterable[int]) -> int:
    """Length of the longest rising subsequence, gaps allowed (patience sorting)."""
    tails: list[int] = []
    for number in numbers:
        place = bisect_left(tails, number)
        tails[place : place + 1] = [number]
    return len(tails)
