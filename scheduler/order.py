"""Which reviews are asked when more are due than a day has places for.

Half of the places, and the odd one, go to the cards that are best remembered: their answers are
the surest to go right, and keep most cards alive for the minutes spent. By that alone a card that
was failed waits behind all others until it is forgotten; so the other half goes to the cards to
which an answer is likely to add most (docs/decisions/0023-policies.md has the figures).
"""

from collections.abc import Sequence
from datetime import date

from scheduler.fsrs6 import DEFAULT_PARAMETERS, model
from scheduler.memory import Memory, Rating

LOOKS_AHEAD = 14
"""Days after which what an answer added is looked at."""


def asked(
    memories: Sequence[Memory],
    on: date,
    places: int,
    parameters: tuple[float, ...] = DEFAULT_PARAMETERS,
) -> list[int]:
    """Which of the memories, by index, get one of the places; all where they fit.

    `memories` come best remembered first, and so do those that are asked for it; behind them come
    the others, by what they gain. Of equals the earlier one is taken.
    """
    waiting = range(len(memories))
    if len(memories) <= places:
        return list(waiting)
    gaining = places // 2
    best, others = waiting[: places - gaining], waiting[places - gaining :]
    gains = {one: gain(memories[one], on, parameters) for one in others}
    return [*best, *sorted(others, key=lambda one: -gains[one])[:gaining]]


def gain(memory: Memory, on: date, parameters: tuple[float, ...] = DEFAULT_PARAMETERS) -> float:
    """What an answer on study day `on` may add to recall two weeks later, if it goes right.

    Times the chance that it does, so that a card that is forgotten anyway stands behind.
    """
    formulas = model(parameters)
    elapsed_days = max((on - memory.last_study_day).days, 0)
    recall = formulas.recall(memory.stability, elapsed_days)
    after, _ = formulas.following(memory.stability, memory.difficulty, Rating.GOOD, elapsed_days)
    without = formulas.recall(memory.stability, elapsed_days + LOOKS_AHEAD)
    return recall * (formulas.recall(after, LOOKS_AHEAD) - without)
