"""What one would foretell of a learner without looking at the card: how it went lately.

The second yardstick for the model, harder than a constant: it follows learners who do better or
worse than others, and times that are. Each answer is foretold from earlier days only.
"""

from collections.abc import Iterable
from datetime import date
from itertools import groupby
from typing import NamedTuple

from scheduler.calibration import loss

START = 0.9
"""Foretold of a first learner, of whom nothing is known: the share at which FSRS sets its scale."""
MEMORY = 100
"""An answer weighs 1/100 at first, and so much less with every later one."""
_KEEPS = 1 - 1 / MEMORY


class DayCount(NamedTuple):
    """First answers of one learner on one study day, and how many of them were right."""

    study_day: date
    learner: int
    answers: int
    right: int


def log_loss(days: Iterable[DayCount]) -> float | None:
    """The mean log loss of foretelling each learner's average so far; None without answers.

    `days` come in order of study day. Who answers for the first time is foretold the average of
    all that went before, and the answers of a day the same chance, whatever their order.
    """
    lately: dict[int, float] = {}
    answers, right, lost = 0, 0, 0.0
    for _, counts in groupby(days, key=lambda count: count.study_day):
        beginner = (START * MEMORY + right) / (MEMORY + answers)
        for count in counts:
            foretold = lately.get(count.learner, beginner)
            lost += loss(foretold, count.answers, count.right)
            lately[count.learner] = _after(foretold, count)
            answers += count.answers
            right += count.right
    return lost / answers if answers else None


def _after(average: float, count: DayCount) -> float:
    """The average after the answers of a day, as one by one in any order would nearly give it."""
    share = count.right / count.answers
    return share + _KEEPS**count.answers * (average - share)
