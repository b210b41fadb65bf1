"""When cards are due after their last answers, many at once, for those that hold a recall.

`scheduler.policy.schedule` is where a due day is made; this is the same for `Readiness` alone, and
the tests hold the two together. Other aims go one by one.
"""

from collections.abc import Sequence

import numpy as np

from scheduler.bulk.fsrs6 import Bulk, Floats, Ints
from scheduler.bulk.replay import Bools, Logs, Steps
from scheduler.load import fraction, spread_bounds
from scheduler.memory import Rating
from scheduler.policy.aim import MAX_INTERVAL_DAYS

_BOUNDS: Ints = np.array([spread_bounds(days) for days in range(MAX_INTERVAL_DAYS + 1)]).T
_RIGHT = (Rating.HARD, Rating.GOOD, Rating.EASY)
_EDGE = 1e-6


def due_days(
    logs: Logs, after: Steps, bulk: Bulk, desired_recall: Floats, seeds: Sequence[str]
) -> tuple[Ints, Bools]:
    """The due day of each card after its last answer, and whether that is certain.

    `after` are the steps of the logs by `bulk`. Arrays round otherwise in the last digit: where
    that could decide between two days, the day is not certain, and is to be worked out alone.
    """
    lasts = logs.lasts
    places = np.array(
        [fraction(f"{seed}:{n}") for seed, n in zip(seeds, logs.lengths, strict=True)]
    )
    per_stability = _days_per_stability(desired_recall, np.broadcast_to(bulk.w[20], lasts.shape))
    chosen, certain = [], np.ones(len(lasts), np.bool_)
    for rating in Rating:
        exact = _stability(logs, after, bulk, rating) * per_stability
        days = np.minimum(exact, MAX_INTERVAL_DAYS + 1)
        certain &= np.abs(days % 1 - 0.5) > _EDGE
        planned = np.clip(np.rint(days), 1, MAX_INTERVAL_DAYS).astype(np.int64)
        shortest, longest = _BOUNDS[:, planned]
        spread = shortest + (places * (longest - shortest + 1)).astype(np.int64)
        chosen.append(np.clip(spread, 1, MAX_INTERVAL_DAYS))
    right = [np.zeros_like(lasts)]
    for rating, days_of in zip(_RIGHT, chosen[1:], strict=True):
        most = MAX_INTERVAL_DAYS - (Rating.EASY - rating)
        right.append(np.minimum(np.maximum(days_of, right[-1] + 1), most))
    waits = [np.minimum(chosen[0], right[1]), *right[1:]]
    due: Ints = after.last_study_day[lasts] + np.choose(logs.rating[lasts] - 1, waits)
    return due, certain


def _stability(logs: Logs, after: Steps, bulk: Bulk, rating: Rating) -> Floats:
    """What the last answer of each card would have left, had it been this one."""
    first, lasts = logs.lengths == 1, logs.lasts
    before = np.maximum(lasts - 1, 0)
    ratings = np.full(len(lasts), int(rating))
    alone, _ = bulk.first(ratings)
    # Before a first answer nothing is known; any number does, for it is not looked at.
    stability = np.where(first, 1.0, after.stability[before])
    difficulty = np.where(first, 1.0, after.difficulty[before])
    grown, _ = bulk.following(stability, difficulty, ratings, after.elapsed_days[lasts])
    found: Floats = np.where(first, alone, grown)
    return found


def _days_per_stability(recall: Floats, w20: Floats) -> Floats:
    found: Floats = (recall ** (-1 / w20) - 1) / (0.9 ** (-1 / w20) - 1)
    return found
