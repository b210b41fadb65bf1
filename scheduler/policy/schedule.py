"""The only place where a due day is made.

Recording an answer, rebuilding from the log and the days shown on the buttons all go through it, so
they cannot disagree.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from fsrs.scheduler import DEFAULT_PARAMETERS

from scheduler.load import picked
from scheduler.memory import Event, Memory, Rating, after, in_order, replay, strengths
from scheduler.policy.aim import MAX_INTERVAL_DAYS, Aim, Strength, Wait
from scheduler.policy.aims import wait

_RIGHT_RATINGS = (Rating.HARD, Rating.GOOD, Rating.EASY)
# Each button below EASY leaves a day for the next one under the longest interval.
_MOST = {rating: MAX_INTERVAL_DAYS - (Rating.EASY - rating) for rating in _RIGHT_RATINGS}


class Scheduled(NamedTuple):
    """The memory after an answer and the study day on which the card is due again."""

    memory: Memory
    due_on: date

    @property
    def days(self) -> int:
        """Study days from the answer to the due day, 1 to 365."""
        return (self.due_on - self.memory.last_study_day).days


class Preview(NamedTuple):
    """Days until the card comes back, per button: again ≤ hard ≤ good ≤ easy.

    A day apart each, where no date stands in the way.
    """

    again: int
    hard: int
    good: int
    easy: int


def schedule(
    memory: Memory | None,
    on: date,
    rating: Rating,
    aims: Sequence[Aim],
    seed: str,
    *,
    parameters: tuple[float, ...] = DEFAULT_PARAMETERS,
) -> Scheduled:
    """The memory after an answer on study day `on`, and when the card is due: tomorrow or later.

    `seed` names learner and card; with the number of the review it picks the day within the
    spread. The strictest of `aims` decides.
    """
    following = after(memory, on, rating, parameters)
    days = preview(memory, on, aims, seed, parameters)[rating - 1]
    return Scheduled(following, following.last_study_day + timedelta(days=days))


def preview(
    memory: Memory | None,
    on: date,
    aims: Sequence[Aim],
    seed: str,
    parameters: tuple[float, ...] = DEFAULT_PARAMETERS,
) -> Preview:
    """What `schedule` gives for each button, in days.

    FSRS gives no order between the buttons, so each right answer is put at least a day beyond the
    lesser one, as far as the aims let it wait, and a wrong one never beyond HARD.
    """
    seed = f"{seed}:{(memory.reviews if memory else 0) + 1}"
    last = max(on, memory.last_study_day) if memory else on
    w20 = parameters[20]
    waits = [
        wait(aims, Strength(stability, difficulty, last, w20))
        for stability, difficulty in strengths(memory, on, parameters)
    ]
    again, *right = [picked(one.earliest, one.latest, seed) for one in waits]
    hard, good, easy = _ordered(right, waits[1:])
    return Preview(min(again, hard), hard, good, easy)


def _ordered(chosen: Iterable[int], waits: Iterable[Wait]) -> Iterator[int]:
    """HARD, GOOD and EASY, none before the lesser one."""
    before = 0
    for rating, days, one in zip(_RIGHT_RATINGS, chosen, waits, strict=True):
        least = before + 1 if before < one.most else before
        before = min(max(days, least), _MOST[rating])
        yield before


def due_after(
    events: Iterable[Event], seed: str, parameters: tuple[float, ...] = DEFAULT_PARAMETERS
) -> tuple[Memory, date] | None:
    """Memory and due day that the log of one card adds up to; None when the log is empty.

    The same as calling `schedule` answer by answer, in whatever order the answers arrived.
    """
    ordered = in_order(events)
    if not ordered:
        return None
    last = ordered.pop()
    scheduled = schedule(
        replay(ordered, parameters),
        last.study_day,
        last.rating,
        last.aims,
        seed,
        parameters=parameters,
    )
    return scheduled.memory, scheduled.due_on
