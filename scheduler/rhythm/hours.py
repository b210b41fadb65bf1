"""In which hour a learner is reminded, learned from the reminders that were answered."""

from dataclasses import dataclass
from typing import Literal

import numpy as np

from scheduler.rhythm import arms as bandit
from scheduler.rhythm.arms import Flags, Manner, Tallies
from scheduler.rhythm.dice import Floats, Ints, Seeds

HourReason = Literal["usual-hour", "cohort-hour", "exploring"]

MANNER = Manner(strength=4.0, temperature=0.02, floor=0.1)
NEIGHBOURS = 0.3
"""What a reminder in the hour beside it counts for: who answers at nine mostly answers at ten."""
KNOWN_AFTER = 3.0
"""Answers in and around an hour after which it is called the learner's own."""
LEAST_OWN, LEAST_OF_COHORT = 5.0, 50.0
"""Reminders of a learner, or of all colleagues, before which nothing is known of any hour."""


@dataclass(frozen=True, slots=True)
class Picks:
    """For each learner a local hour, 0 to 23, or -1 where none is open; its chance; and why."""

    hour: Ints
    propensity: Floats
    why: list[HourReason]


def pick(
    arms: Tallies, prior: Tallies, open_hours: Flags, seeds: Seeds, manner: Manner = MANNER
) -> Picks:
    """An hour for each learner: their tallies (n, 24), those of their firm (1 or n, 24).

    `open_hours` (n, 24) are those in which a reminder would be welcome.
    """
    picks = bandit.pick(expected(arms, prior, manner), open_hours, manner, seeds)
    answered = _with_neighbours(arms.answered)[np.arange(len(picks.arm)), picks.arm]
    why: list[HourReason] = [
        "exploring" if explored else "usual-hour" if known else "cohort-hour"
        for explored, known in zip(picks.explored.tolist(), answered >= KNOWN_AFTER, strict=True)
    ]
    return Picks(picks.arm, picks.propensity, why)


def expected(arms: Tallies, prior: Tallies, manner: Manner = MANNER) -> Floats:
    """The share of reminders in each hour that each learner is expected to answer."""
    return bandit.means(_around(arms), _around(prior), manner.strength)


def told_enough(arms: Tallies, prior: Tallies) -> Flags:
    """For each learner whether there is anything to pick by.

    Before that a reminder comes when the window opens: where a newcomer expects it, and not at an
    hour that a throw of dice made up.
    """
    known: Flags = (arms.tried.sum(axis=-1) >= LEAST_OWN) | (
        prior.tried.sum(axis=-1) >= LEAST_OF_COHORT
    )
    return known


def _around(tallies: Tallies) -> Tallies:
    return Tallies(_with_neighbours(tallies.tried), _with_neighbours(tallies.answered))


def _with_neighbours(counts: Floats) -> Floats:
    beside: Floats = np.roll(counts, 1, axis=-1) + np.roll(counts, -1, axis=-1)
    return counts + NEIGHBOURS * beside
