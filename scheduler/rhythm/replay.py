"""What other ways of choosing would have brought, told by going through a log day by day.

Before each day the way of today is asked for its chances, knowing what had been answered by then
and no more; so it is judged by how it learns, and not by what it has learned from the same log.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields, replace
from itertools import pairwise

import numpy as np

from scheduler.rhythm.arms import FADES, NONE, Flags, Manner, Tallies, chances, kept
from scheduler.rhythm.dice import Floats, Ints
from scheduler.rhythm.evaluation import Estimate, Logged, doubly_robust, ips

LEAST_LEARNERS = 30
"""Of fewer nothing is told: one of them would decide what comes out."""


@dataclass(frozen=True, slots=True)
class Rows:
    """Reminders that were judged, a row each, in the order of `day`, an ordinal.

    `learner` and `firm`: numbers from 0 on. `picked`: the arm, or `NONE`, with the chance it had.
    `allowed`: a row of flags, one per arm. `used`: the arm with which it went out, or `NONE`.
    """

    day: Ints
    learner: Ints
    firm: Ints
    picked: Ints
    propensity: Floats
    allowed: Flags
    used: Ints
    answered: Floats


@dataclass(frozen=True, slots=True)
class Verdict:
    """Shares answered: as picked, had the choice been even, and by the way of today."""

    choices: int
    learners: int
    picked: Estimate
    evenly: Estimate
    today: Estimate


Foresees = Callable[[Tallies, Tallies, Floats], Floats]
"""The share expected by learner and arm, of their tallies, their firm's, and days since a use."""


def verdict(rows: Rows, foresees: Foresees, manner: Manner) -> Verdict | None:
    """None where too few learners got something that was picked among what is allowed today."""
    open_still = rows.allowed[np.arange(len(rows.picked)), rows.picked] & (rows.picked != NONE)
    learners = len(np.unique(rows.learner[open_still]))
    if learners < LEAST_LEARNERS:
        return None
    told = _told(replace(rows, picked=np.where(open_still, rows.picked, NONE)), foresees, manner)
    picked = Logged(told.learner, told.propensity, told.propensity, told.reward)
    evenly = Logged(told.learner, told.even, told.propensity, told.reward)
    today = Logged(told.learner, told.wanted, told.propensity, told.reward)
    return Verdict(
        len(told.learner),
        learners,
        ips(picked),
        doubly_robust(evenly, told.forecast, told.even_valued),
        doubly_robust(today, told.forecast, told.valued),
    )


@dataclass(frozen=True, slots=True)
class _Told:
    """Per choice what `evaluation` wants to know, of the even way and of the way of today."""

    learner: Ints
    propensity: Floats
    reward: Floats
    forecast: Floats
    even: Floats
    even_valued: Floats
    wanted: Floats
    valued: Floats


def _told(rows: Rows, foresees: Foresees, manner: Manner) -> _Told:
    days = [*_days(rows, foresees, manner)]
    return _Told(
        *(np.concatenate([getattr(day, one.name) for day in days]) for one in fields(_Told))
    )


def _days(rows: Rows, foresees: Foresees, manner: Manner) -> Iterator[_Told]:
    tallies = _Kept(rows)
    _, starts = np.unique(rows.day, return_index=True)
    for start, end in pairwise([*starts, len(rows.day)]):
        today = Rows(*(getattr(rows, one.name)[start:end] for one in fields(Rows)))
        yield _of_day(today, tallies.foreseen(today, foresees), manner)
        tallies.learn(today)


def _of_day(today: Rows, expected: Floats, manner: Manner) -> _Told:
    picked = today.picked != NONE
    expected, allowed, arm = expected[picked], today.allowed[picked], today.picked[picked]
    chance = chances(expected, allowed, manner)
    even = allowed / allowed.sum(axis=1, keepdims=True)
    place = np.arange(len(arm))
    return _Told(
        learner=today.learner[picked],
        propensity=today.propensity[picked],
        reward=today.answered[picked],
        forecast=expected[place, arm],
        even=even[place, arm],
        even_valued=(even * expected).sum(axis=1),
        wanted=chance[place, arm],
        valued=(chance * expected).sum(axis=1),
    )


class _Kept:
    """The tallies of all, as they stood before each day."""

    def __init__(self, rows: Rows) -> None:
        arms = rows.allowed.shape[1]
        learners, firms = (int(one.max(initial=-1)) + 1 for one in (rows.learner, rows.firm))
        self._own = Tallies(np.zeros((learners, arms)), np.zeros((learners, arms)))
        self._firms = Tallies(np.zeros((firms, arms)), np.zeros((firms, arms)))
        self._used_on = np.full((learners, arms), -np.inf)

    def foreseen(self, today: Rows, foresees: Foresees) -> Floats:
        own = Tallies(self._own.tried[today.learner], self._own.answered[today.learner])
        firm = Tallies(self._firms.tried[today.firm], self._firms.answered[today.firm])
        return foresees(own, firm, today.day[:, None] - self._used_on[today.learner])

    def learn(self, today: Rows) -> None:
        self._own.tried[today.learner] *= FADES
        self._own.answered[today.learner] *= FADES
        went = today.used != NONE
        learner, firm, used = today.learner[went], today.firm[went], today.used[went]
        for tallies, whose in ((self._own, learner), (self._firms, firm)):
            np.add.at(tallies.tried, (whose, used), 1)
            np.add.at(tallies.answered, (whose, used), today.answered[went])
        part = kept(self._firms.tried)
        self._firms.tried[:] *= part
        self._firms.answered[:] *= part
        self._used_on[learner, used] = today.day[went]
