"""What a change of a card's text does to the memory of it: the fold of answers and turns.

A turn stands in the log of a card, for everybody at once, as an answer stands in the log of one
learner. An answer given before a turn counts as given before it, whenever it arrives.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from scheduler.fsrs6 import DEFAULT_PARAMETERS
from scheduler.history import Step, history
from scheduler.memory import Event, Memory, in_order
from scheduler.policy.schedule import due_after
from scheduler.variants import seen_in

AnsweredBy = Mapping[str, tuple[float, ...]]
"""The parameters in force at each answer, by its id; those it lacks went by the defaults."""

ALL_DEFAULT: AnsweredBy = {}


class Effect(StrEnum):
    """What happens to memory: it stays, it stays but is asked soon, or it starts again."""

    KEPT = "kept"
    NUDGED = "nudged"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class Turn:
    """One change of a card. `due_on` is the latest day on which a nudged card is asked again."""

    at: datetime
    effect: Effect
    due_on: date | None = None


@dataclass(frozen=True, slots=True)
class Folded:
    """What answers and turns of one card add up to: memory, due day, and the last answer in it.

    `seen` are the wordings that were seen since the card was new, the latest last.
    """

    memory: Memory
    due_on: date
    last: Event
    seen: tuple[int, ...]


def fold(
    events: Iterable[Event],
    turns: Sequence[Turn],
    seed: str,
    parameters: tuple[float, ...] = DEFAULT_PARAMETERS,
    answered_by: AnsweredBy = ALL_DEFAULT,
) -> Folded | None:
    """The memory of a card after its answers and turns; None when it is new, or new again.

    Memory is by `parameters`. The due day is the one that the last answer gave, by the parameters
    of that day, or that of a nudge since, if earlier: other parameters move no due day.
    """
    current = stretches(events, turns)[-1]
    then = _sets(current[-1:], answered_by)
    scheduled = due_after(current, seed, *then)
    if scheduled is None:
        return None
    memory, due_on = scheduled
    last = current[-1]
    if then != [parameters]:
        memory = history(current, parameters)[-1].after
    nudges = [turn.due_on for turn in turns if turn.due_on is not None and turn.at > last.at]
    seen = seen_in(event.variant for event in current)
    return Folded(memory, min([due_on, *nudges]), last, seen)


def steps(
    events: Iterable[Event], turns: Sequence[Turn], answered_by: AnsweredBy = ALL_DEFAULT
) -> list[Step]:
    """All answers in order of time; the first after a card became new is one to a new card.

    Each is foretold by the parameters of its day: what later ones would have said proves nothing.
    """
    return [
        step for stretch in stretches(events, turns) for step in _foretold(stretch, answered_by)
    ]


def _foretold(stretch: Sequence[Event], answered_by: AnsweredBy) -> list[Step]:
    sets = _sets(stretch, answered_by)
    seen = {parameters: history(stretch, parameters) for parameters in set(sets)}
    return [seen[parameters][place] for place, parameters in enumerate(sets)]


def _sets(events: Sequence[Event], answered_by: AnsweredBy) -> list[tuple[float, ...]]:
    return [answered_by.get(event.id, DEFAULT_PARAMETERS) for event in events]


def stretches(events: Iterable[Event], turns: Sequence[Turn]) -> list[list[Event]]:
    """The answers in order of time, parted where the card became new; the last part is current.

    An answer at the very moment of a turn is an answer to the new text.
    """
    parted: list[list[Event]] = [[]]
    ends = sorted(turn.at for turn in turns if turn.effect is Effect.NEW)
    for event in in_order(events):
        while ends and ends[0] <= event.at:
            ends.pop(0)
            parted.append([])
        parted[-1].append(event)
    return [*parted, *([] for _ in ends)]


def dealt(count: int, released_on: date, cards_per_day: int) -> list[date]:
    """The days on which so many nudged cards are asked again, from the day after the release on.

    They take at most half of a day of `cards_per_day`: the rest is for what is due anyway.
    """
    share = share_of(cards_per_day)
    return [released_on + timedelta(days=1 + number // share) for number in range(count)]


def share_of(cards_per_day: int) -> int:
    """How many cards of one day may be nudged ones."""
    return max(cards_per_day // 2, 1)
