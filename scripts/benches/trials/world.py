"""The learners of a simulation: how they forget, when they turn up, and all their luck.

The luck is drawn before anybody chooses anything (common random numbers), so that two policies are
compared on the same learners, who have the same good and bad days.
"""

from dataclasses import dataclass

import numpy as np
from fsrs.scheduler import DEFAULT_PARAMETERS
from numpy.typing import NDArray

from scheduler.bulk.fsrs6 import Bulk, Floats, Ints

Flags = NDArray[np.bool_]
Luck = NDArray[np.float32]

FIRST_RATINGS = (0.2, 0.2, 0.6)
"""Shares of AGAIN, HARD and GOOD among first answers, right after the course."""


@dataclass(frozen=True, slots=True)
class Truth:
    """How the learners really forget.

    `error`: the spread of each learner's parameters around the model's, 0.25 for 25 % either way.
    `exponential`: the share of cards that forget by another law, R = 0.9 ** (t / S).
    """

    error: float = 0.0
    exponential: float = 0.0


@dataclass(frozen=True, slots=True)
class Attendance:
    """When learners practise: each day with chance `share`, never in `lapses` of `lapse_days`."""

    share: float = 1.0
    lapses: int = 0
    lapse_days: int = 14


@dataclass(frozen=True, slots=True)
class World:
    """Cards in rows, those of one learner together; days in columns, from the course on day 0.

    `recalled`, `sureness` and `place` are the luck of each card on each day, 0 to 1.
    """

    cards_each: int
    days: int
    model: Bulk
    exponential: Flags
    attends: Flags
    first_ratings: Ints
    recalled: Luck
    sureness: Luck
    place: Luck

    @property
    def learners(self) -> int:
        """How many people there are."""
        return len(self.attends)

    @property
    def cards(self) -> int:
        """Cards of all learners together."""
        return len(self.first_ratings)

    def recall(self, stability: Floats, elapsed_days: Ints) -> Floats:
        """The chance that each card is really recalled, 0 to 1."""
        power = self.model.recall(stability, elapsed_days)
        return np.where(self.exponential, 0.9 ** (elapsed_days / stability), power)


def world(
    learners: int,
    cards_each: int,
    days: int,
    *,
    truth: Truth,
    attendance: Attendance,
    seed: int,
) -> World:
    """So many learners with so many cards each, all met on day 0."""
    dice = np.random.default_rng(seed)
    count = learners * cards_each
    shape = (days + 1, count)
    return World(
        cards_each=cards_each,
        days=days,
        model=Bulk(_parameters(dice, truth.error, learners, cards_each)),
        exponential=dice.random(count) < truth.exponential,
        attends=_attends(dice, attendance, learners, days),
        first_ratings=dice.choice([1, 2, 3], size=count, p=FIRST_RATINGS).astype(np.int64),
        recalled=dice.random(shape, dtype=np.float32),
        sureness=dice.random(shape, dtype=np.float32),
        place=dice.random(shape, dtype=np.float32),
    )


def _parameters(dice: np.random.Generator, error: float, learners: int, cards: int) -> Floats:
    w = np.array(DEFAULT_PARAMETERS)
    if error == 0:
        return w
    # Log-normal with the model's value as its mean: a parameter keeps its sign.
    own = np.exp(error * dice.standard_normal((len(w), learners)) - error**2 / 2)
    return np.repeat(w[:, None] * own, cards, axis=1)


def _attends(dice: np.random.Generator, attendance: Attendance, learners: int, days: int) -> Flags:
    attends = dice.random((learners, days + 1)) < attendance.share
    day = np.arange(days + 1)
    for _ in range(attendance.lapses):
        first = dice.integers(1, max(days - attendance.lapse_days, 2), size=learners)[:, None]
        attends &= (day < first) | (day >= first + attendance.lapse_days)
    return attends
