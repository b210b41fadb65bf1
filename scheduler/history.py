"""The log of one card, answer by answer, with what the model expected of each."""

from collections.abc import Iterable
from dataclasses import dataclass

from fsrs.scheduler import DEFAULT_PARAMETERS

from scheduler.memory import Event, Memory, after, in_order, retrievability


@dataclass(frozen=True, slots=True)
class Step:
    """One answer and the memory on both sides of it.

    `elapsed_days`: study days since the answer before; 0 on the first answer and on the same day.
    `retrievability`: the recall predicted before the answer; None on the first answer.
    `first_of_day`: the first answer of its study day on a card last answered on an earlier one.
    Only these answers test memory over a night, so only these count towards true recall.
    """

    event: Event
    before: Memory | None
    after: Memory
    elapsed_days: int
    retrievability: float | None
    first_of_day: bool


def history(
    events: Iterable[Event], parameters: tuple[float, ...] = DEFAULT_PARAMETERS
) -> list[Step]:
    """All answers to one card in order of time; the last `after` equals `memory.replay`."""
    steps: list[Step] = []
    memory = None
    for event in in_order(events):
        steps.append(step(memory, event, parameters))
        memory = steps[-1].after
    return steps


def step(
    before: Memory | None, event: Event, parameters: tuple[float, ...] = DEFAULT_PARAMETERS
) -> Step:
    """One more answer on top of the memory before it."""
    memory = after(before, event.study_day, event.rating, parameters)
    if before is None:
        return Step(event, None, memory, 0, None, first_of_day=False)
    elapsed_days = (memory.last_study_day - before.last_study_day).days
    return Step(
        event=event,
        before=before,
        after=memory,
        elapsed_days=elapsed_days,
        retrievability=retrievability(before, memory.last_study_day, parameters),
        first_of_day=elapsed_days >= 1,
    )
