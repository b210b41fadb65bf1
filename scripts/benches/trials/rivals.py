"""How others schedule, as far as their rules are published."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from fsrs.scheduler import DEFAULT_PARAMETERS

from scheduler.bulk.fsrs6 import Ints
from scheduler.bulk.holding import around
from scheduler.policy.programme import HORIZONS
from scheduler.policy.programmes import unconstrained
from scripts.benches.trials.choosers import between
from scripts.benches.trials.run import Asked

SECOND = 2


@dataclass(frozen=True)
class PlainFsrs:
    """Plain `fsrs` without steps and with its fuzz: each card when its recall has sunk so far."""

    desired_recall: float

    def wait(self, asked: Asked) -> Ints:
        targets = np.full(len(asked.stability), self.desired_recall)
        return between(*around(asked.stability, targets, DEFAULT_PARAMETERS[20]), asked)


class Nothing:
    """The course, and then nothing."""

    def wait(self, asked: Asked) -> Ints:
        return np.zeros(len(asked.stability), np.int64)


@dataclass(frozen=True)
class Every:
    """The same interval for all."""

    days: int

    def wait(self, asked: Asked) -> Ints:
        return np.full(len(asked.stability), self.days)


class Qstream:
    """Wrong comes back after 12 days, right after 24; out after two right answers in a row."""

    def wait(self, asked: Asked) -> Ints:
        days = np.where(asked.ratings > 1, 24, 12)
        return np.where((asked.reviews > 0) & (asked.correct_run > 1), 0, days)


class Leitner:
    """Five boxes, doubling; wrong goes back to the first."""

    def wait(self, asked: Asked) -> Ints:
        return 2 ** np.minimum(asked.correct_run, 4)


class Sm2:
    """SuperMemo 2, with 4 for a sure answer, 3 for an unsure one and 2 for a wrong one."""

    def __init__(self, cards: int) -> None:
        self._ease = np.full(cards, 2.5)

    def wait(self, asked: Asked) -> Ints:
        short_of_5 = 5 - np.array([0, 2, 3, 4])[asked.ratings]
        ease = self._ease[asked.cards] + 0.1 - short_of_5 * (0.08 + short_of_5 * 0.02)
        self._ease[asked.cards] = ease = np.maximum(ease, 1.3)
        grown = np.rint(np.maximum(asked.interval, 1) * ease).astype(np.int64)
        steps = np.select([asked.correct_run <= 1, asked.correct_run == SECOND], [1, 6], grown)
        days: Ints = np.minimum(steps, 365)
        return days


@dataclass(frozen=True)
class Unbound:
    """The programme for a date without floor and eve: no rival, but the limit of what can be."""

    price: float
    attendance: float

    def wait(self, asked: Asked) -> Ints:
        plan = unconstrained(HORIZONS[0], self.price, self.attendance)
        earliest, latest = plan.windows_of(asked.days_left, asked.stability, asked.difficulty)
        return between(earliest, latest, asked)
