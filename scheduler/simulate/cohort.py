"""Learners who go through a plan day by day: what is asked of them, and what they then know.

The day goes as a session does: at most half of the places kept for new cards, reviews as a queue
that is too long is cut, new cards on the places left, a wrong card once more before the day ends.
"""

from collections.abc import Container, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

import numpy as np
from fsrs.scheduler import DEFAULT_PARAMETERS
from numpy.random import Generator
from numpy.typing import NDArray

from scheduler.bulk import order
from scheduler.bulk.fsrs6 import Bulk, Floats, Ints
from scheduler.memory import Rating
from scheduler.pacing import FRONT_SHARE
from scheduler.policy.iteration import HARD_SHARE
from scheduler.policy.price import KNOWN_AT_FIRST_SIGHT
from scheduler.simulate.truth import Truth
from scheduler.simulate.waits import Windows

_MODEL = Bulk(np.array(DEFAULT_PARAMETERS))


@dataclass(frozen=True, slots=True)
class Group:
    """Learners who are planned for alike: how, and the share of study days on which they come."""

    windows: Windows
    attendance: float


class Answers(NamedTuple):
    """Answers to some cards: the rating, days since the one before, and whether it is the first."""

    ratings: Ints
    elapsed: Ints
    is_new: NDArray[np.bool_]

    def after(self, model: Bulk, before: Floats, recall: Floats | None) -> Floats:
        """Stability and difficulty after them; a wrong one is followed by its repair."""
        stability, difficulty = before
        met = np.stack(model.first(self.ratings))
        later = np.stack(model.following(stability, difficulty, self.ratings, self.elapsed, recall))
        after = np.where(self.is_new, met, later)
        good, same_day = np.full_like(self.ratings, Rating.GOOD), np.zeros_like(self.elapsed)
        mended = np.stack(model.following(after[0], after[1], good, same_day))
        found: Floats = np.where(self.ratings == Rating.AGAIN, mended, after)
        return found


class Asked(NamedTuple):
    """Cards of a day, by index."""

    reviews: Ints
    new: Ints


@dataclass(frozen=True, slots=True)
class Course:
    """What became of the groups.

    `answers`: by one learner on average; rows are groups, columns days. `recall`: of the cards met
    so far, by group, at the end of the days that were asked for. `met`: cards met in the end, on
    average.
    """

    answers: Floats
    recall: dict[int, Floats]
    met: Floats


class Cohort:
    """So many learners in each group, with the same cards and the same luck in every group."""

    def __init__(self, groups: Sequence[Group], learners: int, cards: int, truth: Truth) -> None:
        self._groups, self._each, self._cards = groups, learners, cards
        count = learners * len(groups)
        self._group = np.repeat(np.arange(len(groups)), learners)
        self._learner = np.repeat(np.arange(count), cards)
        self._truth = truth
        # Stability and difficulty, as they are planned with and as they are.
        self._believed, self._real = np.ones((2, count * cards)), np.ones((2, count * cards))
        self._last, self._due = np.zeros((2, count * cards), np.int64)
        self._met = np.zeros(count, np.int64)

    def go(
        self, starts_on: date, budgets: Sequence[int], looks: Container[int], dice: Generator
    ) -> Course:
        """Practises on every day of these budgets, and looks on some how much is known."""
        answers = np.zeros((len(self._groups), len(budgets)))
        recall: dict[int, Floats] = {}
        left = np.cumsum(np.array(budgets)[::-1] > 0)[::-1]
        for day, budget in enumerate(budgets):
            shows_up, luck = dice.random(self._each), dice.random(self._each * self._cards)
            if budget:
                room = budget * self._present(shows_up)
                asked = self._asked(day, room, int(left[day]))
                given = self._answer(asked, luck, day, starts_on + timedelta(days=day))
                answers[:, day] = self._mean(given)
            if day in looks:
                recall[day] = self._recall(day)
        return Course(answers, recall, self._mean(self._met))

    def _present(self, shows_up: Floats) -> NDArray[np.bool_]:
        attendance = np.array([group.attendance for group in self._groups])
        return np.tile(shows_up, len(self._groups)) < attendance[self._group]

    def _asked(self, day: int, room: Ints, days_left: int) -> Asked:
        """The cards of the day: reviews, and new ones in their order."""
        unmet = self._cards - self._met
        pace = -(-unmet // max(days_left // FRONT_SHARE, 1))
        kept = np.minimum(np.minimum(pace, unmet), room // 2)
        due = np.flatnonzero(self._is_met() & (self._due <= day) & (room > 0)[self._learner])
        stability, difficulty = self._believed[:, due]
        elapsed, whose = day - self._last[due], self._learner[due]
        places = room - kept
        reviews = due[order.asked(_MODEL, (stability, difficulty), elapsed, whose, places)]
        taken = np.bincount(self._learner[reviews], minlength=len(room))
        new = np.minimum(unmet, room - taken)
        first = np.arange(len(room)) * self._cards + self._met
        before = np.repeat(np.cumsum(new) - new, new)
        self._met = self._met + new
        return Asked(reviews, np.repeat(first, new) + np.arange(new.sum()) - before)

    def _answer(self, asked: Asked, luck: Floats, day: int, on: date) -> Ints:
        """Lets them be answered; gives the answers of each learner, repairs counted."""
        rows = np.concatenate([asked.reviews, asked.new])
        truth = self._truth.of(rows)
        elapsed = day - self._last[rows]
        chance = truth.recall(self._real[0, rows], elapsed)
        is_new = np.arange(len(rows)) >= len(asked.reviews)
        drawn = luck[rows % len(luck)]
        known = drawn < np.where(is_new, KNOWN_AT_FIRST_SIGHT, chance)
        hesitant = ~is_new & (drawn < HARD_SHARE * chance)
        right = np.where(hesitant, Rating.HARD, Rating.GOOD)
        ratings = np.where(known, right, Rating.AGAIN)
        event = Answers(ratings, elapsed, is_new)
        self._believed[:, rows] = event.after(_MODEL, self._believed[:, rows], None)
        self._real[:, rows] = event.after(truth.model, self._real[:, rows], chance)
        self._last[rows] = day
        self._plan(rows, day, on)
        given = np.bincount(self._learner[rows], minlength=len(self._met))
        repairs = np.bincount(self._learner[rows[~known]], minlength=len(self._met))
        return given + repairs

    def _plan(self, rows: Ints, day: int, on: date) -> None:
        whose = self._group[self._learner[rows]]
        for number, group in enumerate(self._groups):
            own = rows[whose == number]
            first, last = group.windows(self._believed[0, own], self._believed[1, own], on)
            self._due[own] = day + (first + last) // 2

    def _is_met(self) -> NDArray[np.bool_]:
        place = np.arange(len(self._learner)) % self._cards
        return place < self._met[self._learner]

    def _recall(self, day: int) -> Floats:
        """Of the cards met so far, by group; as at first sight while there is none."""
        met = self._is_met()
        recall = self._truth.recall(self._real[0], day - self._last) * met
        by_group = recall.reshape(len(self._groups), -1).sum(axis=1)
        cards = met.reshape(len(self._groups), -1).sum(axis=1)
        found: Floats = np.where(cards, by_group / np.maximum(cards, 1), KNOWN_AT_FIRST_SIGHT)
        return found

    def _mean(self, of_learners: Ints) -> Floats:
        found: Floats = of_learners.reshape(len(self._groups), self._each).mean(axis=1)
        return found
