"""Which wording of a card comes next: the one that its learner has not seen for longest."""

from collections.abc import Iterable, Sequence

OWN = 0
"""Stands for the card's own wording, which has no id."""
MOST_SEEN = 20
"""Wordings come and go with releases; those that were seen longer ago count as never seen."""


def seen_after(seen: Sequence[int], shown: int) -> tuple[int, ...]:
    """The wordings that were seen, the latest last, after `shown` was shown too."""
    return (*(one for one in seen if one != shown), shown)[-MOST_SEEN:]


def seen_in(shown: Iterable[int]) -> tuple[int, ...]:
    """What showing these one after the other comes to."""
    seen: tuple[int, ...] = ()
    for one in shown:
        seen = seen_after(seen, one)
    return seen


def in_turn(variants: Sequence[int], seen: Sequence[int]) -> list[int]:
    """The same wordings, the longest unseen in front.

    Before them come those never seen, in the order in which they are given.
    """
    places = {variant: place for place, variant in enumerate(seen)}
    return sorted(variants, key=lambda one: places.get(one, -1))
