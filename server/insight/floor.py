"""The floor under groups: no figure about fewer people than `min_group_size`."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from collections.abc import Set as AbstractSet
from typing import TypeVar

K = TypeVar("K", bound=Hashable)


def hidden(learners: Mapping[K, AbstractSet[int]], floor: int) -> set[K]:
    """Which groups stay unshown beside a total over all of them; `learners` are ids by group.

    A small group is hidden. What is hidden together can be had by subtracting the shown groups
    from the total, so the next smallest are hidden too until that rest is about enough people.
    """
    unshown = {key for key, people in learners.items() if len(people) < floor}
    rest = {person for key in unshown for person in learners[key]}
    by_size = sorted(learners.keys() - unshown, key=lambda key: (len(learners[key]), str(key)))
    while rest and len(rest) < floor and by_size:
        smallest = by_size.pop(0)
        unshown.add(smallest)
        rest |= learners[smallest]
    return unshown
