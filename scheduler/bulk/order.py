"""Which reviews of many learners are asked, as `scheduler.order` has it for one."""

import numpy as np
from numpy.typing import NDArray

from scheduler.bulk.fsrs6 import Bulk, Floats, Ints
from scheduler.memory import Rating
from scheduler.order import LOOKS_AHEAD


def asked(
    bulk: Bulk, memories: tuple[Floats, Floats], elapsed: Ints, whose: Ints, places: Ints
) -> NDArray[np.bool_]:
    """Whether each card that is due gets one of the `places` of its learner, told by number.

    `memories` are stabilities and difficulties, `elapsed` the days since the last answer, and
    `whose` the learner of each card.
    """
    stability, difficulty = memories
    room = places[whose]
    recall = bulk.recall(stability, elapsed)
    best = _place(-recall, whose) < room - room // 2
    good = np.full(len(whose), int(Rating.GOOD))
    after, _ = bulk.following(stability, difficulty, good, elapsed, recall)
    later = np.array(LOOKS_AHEAD)
    without = bulk.recall(stability, elapsed + later)
    gain = recall * (bulk.recall(after, later) - without)
    # Those that are taken already stand in front.
    found: NDArray[np.bool_] = _place(np.where(best, -np.inf, -gain), whose) < room
    return found


def _place(key: Floats, whose: Ints) -> Ints:
    """Which each card is among those of its learner, from 0, by the key."""
    order = np.lexsort((key, whose))
    learners = whose[order]
    found = np.empty(len(order), np.int64)
    found[order] = np.arange(len(order)) - np.searchsorted(learners, learners)
    return found
