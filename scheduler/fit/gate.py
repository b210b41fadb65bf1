"""The gate: parameters come into force only when they foretell the future better.

Fits on little data hurt: on a few hundred answers of one person they foretell worse than the
defaults do, and even thousands gain less than a hundredth. So a fit is made on the past, judged on
what came after it, several times over, and what is in force stays unless it is clearly beaten.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from scheduler.bulk.fsrs6 import Floats
from scheduler.fit.judge import Gain, gain, losses
from scheduler.fit.log import Log, Trial
from scheduler.fit.optimiser import Library, Parameters, Shrinkage
from scheduler.fit.splits import cuts_of

LEAST_ANSWERS = 2_000
"""Below these a fit hurts more often than it helps."""
LEAST_JUDGED = 200
LEAST_GAIN = 0.003
"""Of the log loss in force. Less is not worth that everybody's memory looks different."""


class Verdict(StrEnum):
    """What the gate says. Only `ADOPT` lets parameters pass."""

    ADOPT = "adopt"
    TOO_FEW = "too_few"
    UNFIT = "unfit"
    WORSE = "worse"
    SMALL = "small"
    CHANCE = "chance"
    UNSTEADY = "unsteady"


@dataclass(frozen=True, slots=True)
class Split:
    """One look: made from `learned` trials, judged on the `judged` ones that came next.

    The losses are per answer; the constant foretells the share right of what was learned from.
    """

    learned: int
    judged: int
    candidate: float
    in_force: float
    constant: float


@dataclass(frozen=True, slots=True)
class Examined:
    """What the gate saw. `parameters` are made from the whole log; None where there is no fit."""

    verdict: Verdict
    answers: int
    parameters: Parameters | None = None
    splits: Sequence[Split] = ()
    gain_low: float | None = None

    @property
    def judged(self) -> int:
        """How many answers were foretold."""
        return sum(one.judged for one in self.splits)

    def log_loss(self, whose: str) -> float | None:
        """The log loss over all that was judged of `candidate`, `in_force` or `constant`."""
        if not self.splits:
            return None
        return float(sum(getattr(one, whose) * one.judged for one in self.splits) / self.judged)


def examine(
    log: Log, in_force: Parameters, shrinkage: Shrinkage, *, judge_from: int | None = None
) -> Examined:
    """Makes parameters from the log and judges them against those in force.

    `judge_from` is the ordinal of the first study day to judge on: what is in force was made from
    the days before, and foretells those too well.
    """
    cuts = cuts_of(log.trials, judge_from)
    if log.answers < LEAST_ANSWERS or cuts[-1] - cuts[0] < LEAST_JUDGED:
        return Examined(Verdict.TOO_FEW, log.answers)
    library = Library(log)
    whole = library.fitted(len(log.trials), in_force, shrinkage)
    made = [library.fitted(cut, in_force, shrinkage) for cut in cuts[:-1]]
    found = [library.foretold(one) for one in made if one is not None]
    if whole is None or len(found) < len(made):
        return Examined(Verdict.UNFIT, log.answers)
    return _judged(log, cuts, found, library.foretold(in_force), whole)


def compare(
    log: Log, in_force: Parameters, other: Parameters, *, judge_from: int | None = None
) -> Examined:
    """Judges parameters that were made elsewhere against those in force, as `examine` does."""
    cuts = cuts_of(log.trials, judge_from)
    if log.answers < LEAST_ANSWERS or cuts[-1] - cuts[0] < LEAST_JUDGED:
        return Examined(Verdict.TOO_FEW, log.answers)
    library = Library(log)
    found = [library.foretold(other)] * (len(cuts) - 1)
    return _judged(log, cuts, found, library.foretold(in_force), other)


def _judged(
    log: Log,
    cuts: Sequence[int],
    found: Sequence[Floats],
    in_force: Floats,
    parameters: Parameters,
) -> Examined:
    """`found` is what the candidate of each split foretells."""
    right = np.array([one.right for one in log.trials])
    spans = list(pairwise(cuts))
    foretold = np.concatenate(
        [one[first:last] for one, (first, last) in zip(found, spans, strict=True)]
    )
    after = slice(cuts[0], cuts[-1])
    candidates, held = losses(foretold, right[after]), losses(in_force[after], right[after])
    splits = [
        Split(
            learned=first,
            judged=last - first,
            candidate=float(candidates[first - cuts[0] : last - cuts[0]].mean()),
            in_force=float(held[first - cuts[0] : last - cuts[0]].mean()),
            constant=float(losses(_share(right, first, last), right[first:last]).mean()),
        )
        for first, last in spans
    ]
    gained = gain(candidates, held, _clusters(log.trials[after]))
    verdict = verdict_of(splits, gained, float(held.mean()))
    return Examined(verdict, log.answers, parameters, splits, gained.low if gained else None)


def _share(right: NDArray[np.bool_], first: int, last: int) -> Floats:
    """The constant: the share right of the past, foretold for each answer after it."""
    return np.full(last - first, right[:first].mean())


def verdict_of(splits: Sequence[Split], gained: Gain | None, in_force: float) -> Verdict:
    """Whether a gain over a log loss of `in_force` is clear, large and steady enough."""
    better = [one.candidate < one.in_force for one in splits]
    if gained is None:
        return Verdict.CHANCE
    if gained.mean <= 0:
        return Verdict.WORSE
    if gained.mean < LEAST_GAIN * in_force:
        return Verdict.SMALL
    if gained.low <= 0:
        return Verdict.CHANCE
    # The latest days say most about the days to come.
    if not better[-1] or sum(better) < len(better) - 1:
        return Verdict.UNSTEADY
    return Verdict.ADOPT


def _clusters(trials: Sequence[Trial]) -> list[int]:
    """Whose answers resemble each other: a learner's, or within one learner those of a day."""
    learners = [one.learner for one in trials]
    return learners if len(set(learners)) > 1 else [one.day for one in trials]
