"""When cards are due after their last answers, many at once.

`scheduler.policy.schedule` is where a due day is made; this is the same, on arrays, for cards of
which only a recall is to be held, and goes through it for the others. Tests hold the two together.
"""

from collections.abc import Sequence
from datetime import date

import numpy as np

from scheduler.bulk.fsrs6 import Bulk, Floats, Ints
from scheduler.bulk.holding import around, lowered
from scheduler.bulk.replay import Logs, Steps
from scheduler.load import fraction
from scheduler.memory import Memory, Rating
from scheduler.policy.aim import MAX_INTERVAL_DAYS, Aim
from scheduler.policy.readiness import Readiness
from scheduler.policy.schedule import preview

_RIGHT = (Rating.HARD, Rating.GOOD, Rating.EASY)
_ANY_RECALL = 0.9


def due_days(
    logs: Logs,
    after: Steps,
    bulk: Bulk,
    aims: Sequence[tuple[Aim, ...]],
    seeds: Sequence[str],
) -> Ints:
    """The due day of each card after its last answer; `after` are the steps of the logs by `bulk`.

    `aims` and `seeds` per card, as `scheduler.policy.schedule` takes them.
    """
    lasts = logs.lasts
    recall = np.array([_held(one) or _ANY_RECALL for one in aims])
    due: Ints = after.last_study_day[lasts] + _held_days(logs, after, bulk, recall, seeds)
    for card, wanted in enumerate(aims):
        if _held(wanted) is None:
            on = date.fromordinal(int(after.last_study_day[lasts[card]]))
            w = bulk.w if bulk.w.ndim == 1 else bulk.w[:, card]
            memory = _before_last(logs, after, card)
            days = preview(memory, on, wanted, seeds[card], tuple(w.tolist()))
            due[card] = on.toordinal() + days[int(logs.rating[lasts[card]]) - 1]
    return due


def _held(aims: tuple[Aim, ...]) -> float | None:
    """The recall to hold, where that is all that is aimed at."""
    match aims:
        case (Readiness(desired_recall),):
            return desired_recall
    return None


def _held_days(logs: Logs, after: Steps, bulk: Bulk, recall: Floats, seeds: Sequence[str]) -> Ints:
    numbered = zip(seeds, logs.lengths.tolist(), strict=True)
    places = np.array([fraction(f"{seed}:{number}") for seed, number in numbered])
    chosen = []
    for rating in Rating:
        stability = _stability(logs, after, bulk, rating)
        earliest, latest = around(stability, lowered(stability, recall), bulk.w[20])
        chosen.append(earliest + (places * (latest - earliest + 1)).astype(np.int64))
    ordered = [np.zeros_like(chosen[0])]
    for rating, days_of in zip(_RIGHT, chosen[1:], strict=True):
        most = MAX_INTERVAL_DAYS - (Rating.EASY - rating)
        ordered.append(np.minimum(np.maximum(days_of, ordered[-1] + 1), most))
    ordered[0] = np.minimum(chosen[0], ordered[1])
    found: Ints = np.choose(logs.rating[logs.lasts] - 1, ordered)
    return found


def _stability(logs: Logs, after: Steps, bulk: Bulk, rating: Rating) -> Floats:
    """What the last answer of each card would have left, had it been this one."""
    first, lasts = logs.lengths == 1, logs.lasts
    before = np.maximum(lasts - 1, 0)
    ratings = np.full(len(lasts), int(rating))
    alone, _ = bulk.first(ratings)
    grown, _ = bulk.following(
        after.stability[before], after.difficulty[before], ratings, after.elapsed_days[lasts]
    )
    found: Floats = np.where(first, alone, grown)
    return found


def _before_last(logs: Logs, after: Steps, card: int) -> Memory | None:
    """The memory before the last answer of a card, as far as its due day depends on it."""
    answers, before = int(logs.lengths[card]), int(logs.lasts[card]) - 1
    if answers == 1:
        return None
    day = date.fromordinal(int(after.last_study_day[before]))
    stability, difficulty = float(after.stability[before]), float(after.difficulty[before])
    return Memory(stability, difficulty, day, day, answers - 1, 0, 0)
