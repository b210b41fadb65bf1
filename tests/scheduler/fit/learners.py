"""Learners made up for fits: each remembers by parameters of their own."""

from __future__ import annotations

from random import Random

from scheduler.fit.log import CardLog
from scheduler.fsrs6 import DEFAULT_PARAMETERS, model

FIRST_DAY = 738_000
CARDS = 12
"""New cards a day."""

FORGETFUL = (
    *(0.1 * stability for stability in DEFAULT_PARAMETERS[:4]),
    *DEFAULT_PARAMETERS[4:8],
    DEFAULT_PARAMETERS[8] - 1.2,
    *DEFAULT_PARAMETERS[9:],
)
"""Forgets a new card ten times as fast, and gains a third as much by each review."""

STURDY = (
    *(6 * stability for stability in DEFAULT_PARAMETERS[:4]),
    *DEFAULT_PARAMETERS[4:8],
    DEFAULT_PARAMETERS[8] + 1,
    *DEFAULT_PARAMETERS[9:],
)
"""Remembers a new card six times as long, and gains nearly three times as much."""


def practised(learner: int, truth: tuple[float, ...], *, days: int, seed: int = 1) -> list[CardLog]:
    """The log of somebody who is asked by the default parameters, at a recall of 0.9."""
    dice = Random(f"{seed}:{learner}")
    found = []
    for card in range(days * CARDS):
        on = FIRST_DAY + card // CARDS
        found.append(_card(learner, truth, on, FIRST_DAY + days, dice))
    return found


def _card(learner: int, truth: tuple[float, ...], on: int, end: int, dice: Random) -> CardLog:
    believed, true = model(DEFAULT_PARAMETERS), model(truth)
    rating = 3 if dice.random() < 0.7 else 1
    belief, fact = believed.first(rating), true.first(rating)
    days, ratings = [on], [rating]
    while (on := days[-1] + max(round(belief[0] * dice.uniform(0.8, 1.6)), 1)) < end:
        elapsed = on - days[-1]
        rating = 3 if dice.random() < true.recall(fact[0], elapsed) else 1
        belief = believed.following(*belief, rating, elapsed)
        fact = true.following(*fact, rating, elapsed)
        days.append(on)
        ratings.append(rating)
        if rating == 1:
            belief, fact = believed.following(*belief, 3, 0), true.following(*fact, 3, 0)
            days.append(on)
            ratings.append(3)
    return CardLog(learner, days, ratings)
