"""Readiness: a card is due on the day its predicted recall has sunk to the desired recall.

`schedule` is the only place where a due day is made. Recording an answer, rebuilding from the log
and the days shown on the buttons all go through it, so they cannot disagree.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from fsrs.scheduler import DEFAULT_PARAMETERS

from scheduler.load import spread
from scheduler.memory import Event, Memory, Rating, after, in_order, replay, stabilities

MIN_DESIRED_RECALL = 0.70
MAX_DESIRED_RECALL = 0.97
MAX_INTERVAL_DAYS = 365
_RIGHT_RATINGS = (Rating.HARD, Rating.GOOD, Rating.EASY)
# Each button below EASY leaves a day for the next one under the longest interval.
_MOST = {rating: MAX_INTERVAL_DAYS - (Rating.EASY - rating) for rating in _RIGHT_RATINGS}


@dataclass(frozen=True, slots=True)
class Readiness:
    """The policy's one setting: desired recall, 0.70 to 0.97. Raises ValueError outside it."""

    desired_recall: float

    def __post_init__(self) -> None:
        # `fsrs` accepts any number here and would schedule years ahead, or every day.
        if not MIN_DESIRED_RECALL <= self.desired_recall <= MAX_DESIRED_RECALL:
            raise ValueError(f"desired recall must be 0.70 to 0.97, not {self.desired_recall}")


class Scheduled(NamedTuple):
    """The memory after an answer and the study day on which the card is due again."""

    memory: Memory
    due_on: date

    @property
    def days(self) -> int:
        """Study days from the answer to the due day, 1 to 365."""
        return (self.due_on - self.memory.last_study_day).days


class Preview(NamedTuple):
    """Days until the card comes back, per button: again ≤ hard < good < easy."""

    again: int
    hard: int
    good: int
    easy: int


def interval_days(
    memory: Memory, desired_recall: float, parameters: tuple[float, ...] = DEFAULT_PARAMETERS
) -> int:
    """Whole days, 1 to 365, until recall has sunk to `desired_recall`.

    The forgetting curve of FSRS-6, R = (1 + factor · t / S) ** -w20, solved for t. Raises
    ValueError for a desired recall outside 0.70 to 0.97.
    """
    return _interval(memory.stability * _days_per_stability(desired_recall, parameters[20]))


def _interval(days: float) -> int:
    return min(max(round(days), 1), MAX_INTERVAL_DAYS)


@lru_cache(maxsize=256)
def _days_per_stability(desired_recall: float, w20: float) -> float:
    policy = Readiness(desired_recall)
    exponent = -1 / w20
    ratio: float = (policy.desired_recall**exponent - 1) / (0.9**exponent - 1)
    return ratio


def schedule(
    memory: Memory | None,
    on: date,
    rating: Rating,
    desired_recall: float,
    seed: str,
    *,
    parameters: tuple[float, ...] = DEFAULT_PARAMETERS,
) -> Scheduled:
    """The memory after an answer on study day `on`, and when the card is due: tomorrow or later.

    `seed` names learner and card; with the number of the review it picks the day within the
    spread. FSRS gives no order between the buttons, so each right answer is put at least a day
    beyond the lesser one, and a wrong one never beyond HARD.
    """
    turn = _Turn(memory, on, desired_recall, seed, parameters)
    if rating is Rating.AGAIN:
        return turn.wrong(hard=turn.right(Rating.HARD)[-1])
    return turn.right(rating)[-1]


def preview(
    memory: Memory | None,
    on: date,
    desired_recall: float,
    seed: str,
    parameters: tuple[float, ...] = DEFAULT_PARAMETERS,
) -> Preview:
    """What `schedule` would give for each button, in days."""
    seed = _seed(seed, memory.reviews if memory else 0)
    stretch = _days_per_stability(desired_recall, parameters[20])
    again, hard, good, easy = [
        spread(_interval(stability * stretch), seed)
        for stability in stabilities(memory, on, parameters)
    ]
    most_hard, most_good, most_easy = _MOST.values()
    hard = min(max(hard, 1), most_hard)
    good = min(max(good, hard + 1), most_good)
    easy = min(max(easy, good + 1), most_easy)
    return Preview(min(max(again, 1), hard), hard, good, easy)


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
        last.desired_recall,
        seed,
        parameters=parameters,
    )
    return scheduled.memory, scheduled.due_on


def _seed(card: str, reviews: int) -> str:
    """What spreads the due day after the next answer to a card answered so often."""
    return f"{card}:{reviews + 1}"


@dataclass(frozen=True, slots=True)
class _Turn:
    """One card in front of one learner, before a button is chosen."""

    memory: Memory | None
    on: date
    desired_recall: float
    seed: str
    parameters: tuple[float, ...]

    def right(self, top: Rating) -> list[Scheduled]:
        """The outcomes from HARD up to `top`, each at least a day after the one before."""
        outcomes: list[Scheduled] = []
        least = 1
        for rating in _RIGHT_RATINGS[: top - 1]:
            outcomes.append(self._outcome(rating, least, _MOST[rating]))
            least = outcomes[-1].days + 1
        return outcomes

    def wrong(self, hard: Scheduled) -> Scheduled:
        return self._outcome(Rating.AGAIN, least=1, most=hard.days)

    def _outcome(self, rating: Rating, least: int, most: int) -> Scheduled:
        memory = after(self.memory, self.on, rating, self.parameters)
        interval = interval_days(memory, self.desired_recall, self.parameters)
        days = min(max(spread(interval, _seed(self.seed, memory.reviews - 1)), least), most)
        return Scheduled(memory, memory.last_study_day + timedelta(days=days))
