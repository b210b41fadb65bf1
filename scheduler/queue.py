"""What a learner is asked today: never more than the budget, never the backlog."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from fsrs.scheduler import DEFAULT_PARAMETERS

from scheduler.memory import Memory, retrievability
from scheduler.pause import Pause, stretched


@dataclass(frozen=True, slots=True)
class Candidate:
    """A card that may be asked; `memory` and `due_on` are None while it is new."""

    card_id: int
    memory: Memory | None
    due_on: date | None
    topic: str
    desired_recall: float


def plan(
    candidates: Sequence[Candidate],
    on: date,
    budget: int,
    new_allowance: int,
    *,
    pauses: Sequence[Pause] = (),
    parameters: tuple[float, ...] = DEFAULT_PARAMETERS,
) -> list[int]:
    """The card ids to ask on study day `on`, in order: at most `budget`, none during a pause.

    Due reviews go first, the best remembered in front: when not all fit, that order keeps most
    cards alive for the minutes spent. New cards fill what is left, at most `new_allowance`, in the
    order in which they are given. Then topics are mixed.
    """
    if any(pause.covers(on) for pause in pauses):
        return []
    due = _due_first(candidates, on, pauses, parameters)[: max(budget, 0)]
    room = max(min(new_allowance, budget - len(due)), 0)
    new = [candidate for candidate in candidates if candidate.memory is None][:room]
    return [candidate.card_id for candidate in mix_topics(due + new)]


def mix_topics(candidates: Sequence[Candidate]) -> list[Candidate]:
    """The same cards, no two of one topic in a row where that can be avoided.

    Otherwise as close to the given order as that allows.
    """
    waiting = list(candidates)
    counts = Counter(candidate.topic for candidate in waiting)
    mixed: list[Candidate] = []
    while waiting:
        last = mixed[-1].topic if mixed else None
        others = [candidate for candidate in waiting if candidate.topic != last] or waiting
        # A topic with more than half of what waits must go now, or it would end in a row.
        crowded = [c for c in others if 2 * counts[c.topic] > len(waiting)]
        chosen = (crowded or others)[0]
        waiting.remove(chosen)
        counts[chosen.topic] -= 1
        mixed.append(chosen)
    return mixed


def variant_for(reviews: int, variant_ids: Sequence[int]) -> int:
    """The variant to show after `reviews` answers: each in turn, so the longest unseen comes next.

    Raises ValueError for a card without variants.
    """
    if not variant_ids:
        raise ValueError("a card has at least one variant")
    return variant_ids[reviews % len(variant_ids)]


def _due_first(
    candidates: Sequence[Candidate],
    on: date,
    pauses: Sequence[Pause],
    parameters: tuple[float, ...],
) -> list[Candidate]:
    """Reviews due on `on`, the best remembered first, by id among equals."""
    ranked = [
        (-retrievability(candidate.memory, on, parameters), candidate.card_id, candidate)
        for candidate in candidates
        if candidate.memory and candidate.due_on and stretched(candidate.due_on, pauses) <= on
    ]
    return [candidate for *_, candidate in sorted(ranked, key=lambda rank: rank[:2])]
