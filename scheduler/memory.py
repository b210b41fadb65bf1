"""What a learner remembers of one card: the fold of all answers given to it.

The model is FSRS-6, fed with study days instead of moments, so that an answer five minutes short
of 24 hours still counts as the next day. There are no learning steps: a wrong card comes back
within the session and is logged on the same study day.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import IntEnum, StrEnum
from typing import NamedTuple

from scheduler.fsrs6 import DEFAULT_PARAMETERS, RATINGS, model
from scheduler.policy.aim import Aim
from scheduler.variants import OWN


class Rating(IntEnum):
    """How well an answer went. HARD is a right answer; only AGAIN means wrong."""

    AGAIN = 1
    HARD = 2
    GOOD = 3
    EASY = 4


class Confidence(StrEnum):
    """How sure the learner was, told before the answer was graded."""

    SURE = "sure"
    UNSURE = "unsure"


class Memory(NamedTuple):
    """The memory of one card after its last answer; a session makes a hundred of them.

    `stability`: days until recall has sunk to 90 %, above 0. `difficulty`: 1 to 10.
    `reviews`: all answers. `lapses`: wrong answers on a later study day than the answer before.
    `correct_run`: study days in a row answered right at first; a repair on the same day adds none.
    """

    stability: float
    difficulty: float
    first_study_day: date
    last_study_day: date
    reviews: int
    lapses: int
    correct_run: int


@dataclass(frozen=True, slots=True)
class Event:
    """One answer in the log: its real moment, its id, the study day, and what was aimed at then.

    `variant` is the wording that was shown.
    """

    at: datetime
    id: str
    study_day: date
    rating: Rating
    aims: tuple[Aim, ...]
    variant: int = OWN


def rating_of(correct: bool, confidence: Confidence | None) -> Rating:
    """The rating of a graded answer: wrong is AGAIN, right but unsure HARD, otherwise GOOD."""
    if not correct:
        return Rating.AGAIN
    return Rating.HARD if confidence is Confidence.UNSURE else Rating.GOOD


def after(
    memory: Memory | None,
    on: date,
    rating: Rating,
    parameters: tuple[float, ...] = DEFAULT_PARAMETERS,
) -> Memory:
    """The memory after one more answer on study day `on`; `memory` is None for a new card.

    A day before the last counted one is taken as that last day: a learner who flies west can
    answer twice with the second answer on an earlier date.
    """
    right = rating is not Rating.AGAIN
    if memory is None:
        stability, difficulty = model(parameters).first(rating)
        return Memory(stability, difficulty, on, on, 1, 0, int(right))
    elapsed_days = max((on - memory.last_study_day).days, 0)
    stability, difficulty = model(parameters).following(
        memory.stability, memory.difficulty, rating, elapsed_days
    )
    next_day = elapsed_days > 0
    return Memory(
        stability=stability,
        difficulty=difficulty,
        first_study_day=memory.first_study_day,
        last_study_day=max(on, memory.last_study_day),
        reviews=memory.reviews + 1,
        lapses=memory.lapses + (next_day and not right),
        correct_run=memory.correct_run + next_day if right else 0,
    )


def strengths(
    memory: Memory | None, on: date, parameters: tuple[float, ...] = DEFAULT_PARAMETERS
) -> list[tuple[float, float]]:
    """Stability and difficulty that `after` gives for each rating, AGAIN to EASY, in one go."""
    formulas = model(parameters)
    if memory is None:
        return [formulas.first(rating) for rating in RATINGS]
    elapsed_days = max((on - memory.last_study_day).days, 0)
    stabilities = formulas.stabilities(memory.stability, memory.difficulty, elapsed_days)
    return list(zip(stabilities, formulas.difficulties(memory.difficulty), strict=True))


def in_order(events: Iterable[Event]) -> list[Event]:
    """Events as they are folded: by moment, then by id, however they arrived."""
    return sorted(events, key=lambda event: (event.at, event.id))


def replay(
    events: Iterable[Event], parameters: tuple[float, ...] = DEFAULT_PARAMETERS
) -> Memory | None:
    """The memory that the log of one card adds up to, or None when the log is empty."""
    memory = None
    for event in in_order(events):
        memory = after(memory, event.study_day, event.rating, parameters)
    return memory


def retrievability(
    memory: Memory, on: date, parameters: tuple[float, ...] = DEFAULT_PARAMETERS
) -> float:
    """The chance, 0 to 1, that the card is recalled on study day `on`; 1 up to the last answer."""
    elapsed_days = max((on - memory.last_study_day).days, 0)
    return model(parameters).recall(memory.stability, elapsed_days)
