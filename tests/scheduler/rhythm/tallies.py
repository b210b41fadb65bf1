"""Tallies of a few learners, written by hand."""

from collections.abc import Mapping

import numpy as np

from scheduler.rhythm.arms import Tallies


def nothing(rows: int, arms: int) -> Tallies:
    """Nobody was reminded yet."""
    return Tallies(np.zeros((rows, arms)), np.zeros((rows, arms)))


def tallies(arms: int, *rows: Mapping[int, tuple[float, float]]) -> Tallies:
    """For each learner, by arm, how often answered of how often tried."""
    made = nothing(len(rows), arms)
    for number, row in enumerate(rows):
        for arm, (answered, tried) in row.items():
            made.answered[number, arm], made.tried[number, arm] = answered, tried
    return made
