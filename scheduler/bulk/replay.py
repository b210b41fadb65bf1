"""The logs of many cards folded at once: the first answers of all, then the second ones, and on.

`scheduler.memory.replay` and `scheduler.history` have the same for one card; the tests hold them
together. A day is the number that `date.toordinal` gives.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from scheduler.bulk.fsrs6 import Bulk, Floats, Ints
from scheduler.memory import Memory

Bools = NDArray[np.bool_]

_AGAIN = 1
_DAYS = 4_000_000
"""More than there are in 9999 years: so far apart, the days of one card never meet another's."""


@dataclass(frozen=True, slots=True)
class Logs:
    """The answers of many cards, card after card, those of one card in order of time.

    `lengths`: how many answers each card has, none without. `study_day` and `rating` per answer.
    """

    lengths: Ints
    study_day: Ints
    rating: Ints

    @property
    def firsts(self) -> Ints:
        """Where the answers of each card begin."""
        found: Ints = np.cumsum(self.lengths) - self.lengths
        return found

    @property
    def lasts(self) -> Ints:
        """Where each card has its last answer."""
        found: Ints = np.cumsum(self.lengths) - 1
        return found


@dataclass(frozen=True, slots=True)
class Steps:
    """What each answer found and left, in the order of the logs; as `scheduler.history.Step`.

    `recall` is the chance foretold, not a number on the first answer of a card.
    """

    stability: Floats
    difficulty: Floats
    last_study_day: Ints
    elapsed_days: Ints
    recall: Floats


@dataclass(frozen=True, slots=True)
class Memories:
    """One memory per card; as `scheduler.memory.Memory`."""

    stability: Floats
    difficulty: Floats
    first_study_day: Ints
    last_study_day: Ints
    reviews: Ints
    lapses: Ints
    correct_run: Ints

    def of(self, cards: Ints) -> "Memories":
        """Those of some of the cards, by index."""
        return Memories(*(getattr(self, name)[cards] for name in Memory._fields))


def steps(logs: Logs, bulk: Bulk) -> Steps:
    """Every answer of every log. `bulk` has one set of parameters, or a column per card."""
    day, elapsed = _days(logs)
    stability, difficulty, recall = (np.full(len(day), np.nan) for _ in range(3))
    firsts, order = logs.firsts, np.argsort(-logs.lengths, kind="stable")
    # Sorted by length, the cards that have an n-th answer are always the first so many.
    shorter = np.cumsum(np.bincount(logs.lengths))[:-1]
    for place, count in enumerate(len(order) - shorter):
        cards = order[:count]
        now = firsts[cards] + place
        model = bulk.of(cards)
        if place == 0:
            stability[now], difficulty[now] = model.first(logs.rating[now])
            continue
        before = now - 1
        recall[now] = model.recall(stability[before], elapsed[now])
        stability[now], difficulty[now] = model.following(
            stability[before], difficulty[before], logs.rating[now], elapsed[now], recall[now]
        )
    return Steps(stability, difficulty, day, elapsed, recall)


def memories(logs: Logs, after: Steps) -> Memories:
    """What the logs add up to, given their steps."""
    firsts, lasts = logs.firsts, logs.lasts
    right = logs.rating > _AGAIN
    next_day = after.elapsed_days > 0
    begins = np.zeros(len(right), np.bool_)
    begins[firsts] = True
    # A run is counted from the last wrong answer of the card on, or from its first answer.
    counted = np.cumsum(right & (next_day | begins))
    wrong = np.maximum.reduceat(np.where(right, -1, np.arange(len(right))), firsts)
    since = np.maximum(wrong, firsts - 1)
    return Memories(
        stability=after.stability[lasts],
        difficulty=after.difficulty[lasts],
        first_study_day=after.last_study_day[firsts],
        last_study_day=after.last_study_day[lasts],
        reviews=logs.lengths,
        lapses=np.add.reduceat((next_day & ~right).astype(np.int64), firsts),
        correct_run=counted[lasts] - np.where(since < 0, 0, counted[since]),
    )


def replay(logs: Logs, bulk: Bulk) -> Memories:
    """What the logs add up to; at least one card."""
    return memories(logs, steps(logs, bulk))


def _days(logs: Logs) -> tuple[Ints, Ints]:
    """Per answer the study day it counts for, never before the last, and the days since that."""
    apart = np.repeat(np.arange(len(logs.lengths)) * _DAYS, logs.lengths)
    day: Ints = np.maximum.accumulate(logs.study_day + apart) - apart
    elapsed = np.diff(day, prepend=0)
    elapsed[logs.firsts] = 0
    return day, elapsed
