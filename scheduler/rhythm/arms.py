"""Choosing among a few arms for a page of learners at once, each by a seeded throw.

The score of an arm is the mean of a Beta distribution, with what colleagues did as its prior; the
choice is a softmax over scores with a floor of exploration, so that the chance of each choice is
known exactly and offline evaluation has something to stand on.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from scheduler.rhythm.dice import Floats, Ints, Seeds, fractions

Flags = NDArray[np.bool_]
NONE = -1
"""The pick where no arm is allowed."""


@dataclass(frozen=True, slots=True)
class Tallies:
    """How often each arm was tried and answered: a row per learner, or one row for them all."""

    tried: Floats
    answered: Floats


@dataclass(frozen=True, slots=True)
class Picks:
    """The arm for each learner (`NONE` where none is allowed) and the chance it had.

    `explored`: whether another arm was clearly better, by more than the temperature.
    """

    arm: Ints
    propensity: Floats
    explored: Flags


@dataclass(frozen=True, slots=True)
class Manner:
    """How boldly is chosen.

    `strength`: trials that what colleagues did counts for. `temperature`: the difference of scores
    that makes an arm e times as likely. `floor`: the share of choices spread evenly over what is
    allowed.
    """

    strength: float
    temperature: float
    floor: float


PRIOR_MEAN, PRIOR_TRIALS = 0.3, 4.0
"""Before anybody was reminded: about three in ten answer, and it is soon outweighed."""
KEENNESS_FROM = 1.0
"""Answers that it takes to call a learner keener, or less keen, than colleagues."""
_LIKELIEST = 0.95
FADES = 0.98
"""What an earlier reminder still counts for after one more: habits change within a season."""
COHORT_KEEPS = 100_000.0
"""Trials that a cohort's tallies hold: beyond them the older ones fade."""


def kept(tried: Floats) -> Floats:
    """The part of each cohort's tallies to keep, a row of trials each.

    Kept as four bytes a number would stand still at 2 ** 24 trials while answers were still
    counted, and an hour that many are reminded in would seem to be answered by all.
    """
    part: Floats = COHORT_KEEPS / np.maximum(tried.sum(axis=-1, keepdims=True), COHORT_KEEPS)
    return part


def means(arms: Tallies, prior: Tallies, strength: float) -> Floats:
    """The share expected to be answered, by learner and arm.

    What colleagues did is held against how keen this learner is: or else somebody who answers
    little would be sent to and fro between arms that only look better because they are untried.
    """
    cohort = (PRIOR_MEAN * PRIOR_TRIALS + prior.answered) / (PRIOR_TRIALS + prior.tried)
    foreseen = (arms.tried * cohort).sum(axis=1, keepdims=True)
    came = arms.answered.sum(axis=1, keepdims=True)
    keenness = (KEENNESS_FROM + came) / (KEENNESS_FROM + foreseen)
    start = np.minimum(cohort * keenness, _LIKELIEST)
    expected: Floats = (strength * start + arms.answered) / (strength + arms.tried)
    return expected


def chances(scores: Floats, allowed: Flags, manner: Manner) -> Floats:
    """The chance of each arm, by learner; a row of zeroes where none is allowed."""
    some = allowed.any(axis=1, keepdims=True)
    score = np.where(allowed, scores, -np.inf)
    best = np.where(some, score.max(axis=1, keepdims=True), 0.0)
    weight = np.exp((score - best) / manner.temperature)
    total = np.where(some, weight.sum(axis=1, keepdims=True), 1.0)
    even = allowed / np.maximum(allowed.sum(axis=1, keepdims=True), 1)
    chance: Floats = (1 - manner.floor) * weight / total + manner.floor * even
    return chance


def pick(scores: Floats, allowed: Flags, manner: Manner, seeds: Seeds) -> Picks:
    """One arm for each learner, by the throw of their seed."""
    chance = chances(scores, allowed, manner)
    some = allowed.any(axis=1)
    upto = chance.cumsum(axis=1)
    # A throw that rounding takes to the very end would fall on an arm behind the last one allowed.
    end = np.nextafter(upto[:, -1], 0.0)
    thrown = np.minimum(fractions(seeds) * upto[:, -1], end)
    arm = np.where(some, (upto <= thrown[:, None]).sum(axis=1), 0)
    rows = np.arange(len(arm))
    score = np.where(allowed, scores, -np.inf)
    return Picks(
        arm=np.where(some, arm, NONE).astype(np.int64),
        propensity=np.where(some, chance[rows, arm], 0.0),
        explored=some & (score[rows, arm] + manner.temperature < score.max(axis=1)),
    )
