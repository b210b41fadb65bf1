"""In which words a learner is reminded: those that were answered, unless they were used just now.

A wording wears off by use and recovers with time, as in Yancey & Settles, "A Sleeping, Recovering
Bandit Algorithm for Optimizing Recurring Notifications" (KDD 2020).
"""

from dataclasses import dataclass

import numpy as np

from scheduler.rhythm import arms as bandit
from scheduler.rhythm.arms import Manner, Tallies
from scheduler.rhythm.dice import Floats, Ints, Seeds

MANNER = Manner(strength=20.0, temperature=0.02, floor=0.1)
WEAR = 0.2
"""By how much the share answered seems lower on the day of the last use."""
HALF_RECOVERED = 4.0
"""Days after which half of that is over."""


@dataclass(frozen=True, slots=True)
class Picks:
    """For each learner the number of a wording and the chance it had."""

    wording: Ints
    propensity: Floats


def pick(
    arms: Tallies, prior: Tallies, days_since_used: Floats, seeds: Seeds, manner: Manner = MANNER
) -> Picks:
    """A wording for each learner: their tallies (n, k), those of their firm (1 or n, k).

    `days_since_used` (n, k): infinite where it never was.
    """
    scores = expected(arms, prior, days_since_used, manner)
    picks = bandit.pick(scores, np.ones(scores.shape, dtype=np.bool_), manner, seeds)
    return Picks(picks.arm, picks.propensity)


def expected(
    arms: Tallies, prior: Tallies, days_since_used: Floats, manner: Manner = MANNER
) -> Floats:
    """The share of reminders in each wording that each learner is expected to answer today."""
    wear = WEAR * np.exp2(-days_since_used / HALF_RECOVERED)
    share: Floats = bandit.means(arms, prior, manner.strength) - wear
    return share
