"""A campaign of made-up learners, day by day."""

from dataclasses import dataclass
from typing import Protocol

import numpy as np
from fsrs.scheduler import DEFAULT_PARAMETERS
from numpy.typing import NDArray

from scheduler.bulk import order
from scheduler.bulk.fsrs6 import Bulk, Floats, Ints
from scheduler.policy.iteration import HARD_SHARE
from scheduler.policy.programme import FLOOR
from scripts.benches.trials.world import Luck, World

_NEVER = 10**6


@dataclass(frozen=True, slots=True)
class Asked:
    """Cards just answered, as whoever schedules sees them: what is believed, never what is true.

    `cards`: which they are, of all. `interval`: days since the answer before. `place`: luck, 0 to
    1, for spreading the next day.
    """

    cards: NDArray[np.intp]
    day: int
    days_left: int
    ratings: Ints
    stability: Floats
    difficulty: Floats
    reviews: Ints
    correct_run: Ints
    interval: Ints
    place: Luck


class Chooser(Protocol):
    """Who schedules."""

    def wait(self, asked: Asked) -> Ints:
        """Days until each card comes back; 0 for not again."""
        ...


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a policy cost and what stayed, over all learners. Recalls are true ones, 0 to 1.

    `recall_on` has one for each day, from day 0; `load` the cards of each learner on each day.
    """

    reviews_per_card: float
    recall_on: Floats
    below_floor: float
    load: NDArray[np.int32]

    @property
    def recall_at_end(self) -> float:
        """On the last day."""
        return float(self.recall_on[-1])

    @property
    def mean_recall(self) -> float:
        """Over all days but the first."""
        return float(self.recall_on[1:].mean())

    @property
    def largest_day(self) -> float:
        """The cards of a learner's fullest day, on average."""
        return float(self.load.max(axis=1).mean())

    def days_above(self, budget: int) -> float:
        """The share of days with more cards than that."""
        return float((self.load[:, 1:] > budget).mean())


def simulate(world: World, chooser: Chooser, *, budget: int | None = None) -> Outcome:
    """Lets the learners practise from day 1 to the day before the last.

    With a `budget`, at most so many cards a day, in Beklijf's order; the others wait.
    """
    return _Run(world, chooser, budget).outcome()


class _Run:
    def __init__(self, world: World, chooser: Chooser, budget: int | None) -> None:
        self.world, self.chooser, self.budget = world, chooser, budget
        self.believed = Bulk(np.array(DEFAULT_PARAMETERS))
        ratings = world.first_ratings
        self.true = world.model.first(ratings)
        self.seen = self.believed.first(ratings)
        count = world.cards
        self.learner = np.repeat(np.arange(world.learners), world.cards_each)
        self.last = np.zeros(count, np.int64)
        self.reviews = np.zeros(count, np.int64)
        self.correct_run = (ratings > 1).astype(np.int64)
        self.due = np.zeros(count, np.int64)
        self._schedule(np.arange(count), 0, ratings, np.zeros(count, np.int64))

    def outcome(self) -> Outcome:
        world = self.world
        recall_on = np.ones(world.days + 1)
        load = np.zeros((world.learners, world.days + 1), np.int32)
        low = 0.0
        for day in range(1, world.days + 1):
            recall = world.recall(self.true[0], day - self.last)
            recall_on[day] = recall.mean()
            low += float((recall < FLOOR).mean()) / world.days
            if day < world.days:
                asked = self._asked_on(day)
                load[:, day] = np.bincount(self.learner[asked], minlength=world.learners)
                self._answer(asked, day, recall[asked])
        return Outcome(float(self.reviews.mean()), recall_on, low, load)

    def _asked_on(self, day: int) -> NDArray[np.intp]:
        attends = self.world.attends[self.learner, day]
        due = np.flatnonzero((self.due <= day) & attends)
        if self.budget is None:
            return due
        memories = self.seen[0][due], self.seen[1][due]
        places = np.full(self.world.learners, self.budget)
        elapsed = day - self.last[due]
        return due[order.asked(self.believed, memories, elapsed, self.learner[due], places)]

    def _answer(self, asked: NDArray[np.intp], day: int, recall: Floats) -> None:
        world, elapsed = self.world, day - self.last[asked]
        right = world.recalled[day, asked] < recall
        sure = world.sureness[day, asked] >= HARD_SHARE
        ratings = np.where(right, np.where(sure, 3, 2), 1)
        for memory, model, chance in (
            (self.true, world.model.of(asked), recall),
            (self.seen, self.believed, None),
        ):
            following = model.following(
                memory[0][asked], memory[1][asked], ratings, elapsed, chance
            )
            memory[0][asked], memory[1][asked] = following
        self.last[asked] = day
        self.reviews[asked] += 1
        self.correct_run[asked] = np.where(right, self.correct_run[asked] + 1, 0)
        self._schedule(asked, day, ratings, elapsed)

    def _schedule(self, cards: NDArray[np.intp], day: int, ratings: Ints, interval: Ints) -> None:
        asked = Asked(
            cards, day, self.world.days - day, ratings, self.seen[0][cards], self.seen[1][cards],
            self.reviews[cards], self.correct_run[cards], interval, self.world.place[day, cards],
        )  # fmt: skip
        wait = self.chooser.wait(asked)
        self.due[cards] = np.where(wait > 0, day + wait, _NEVER)
