"""Absence: while a learner is away nothing is asked, and nothing piles up for the return."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, order=True)
class Pause:
    """Study days without practice: from `first_day` to `last_day`, both included."""

    first_day: date
    last_day: date

    def covers(self, day: date) -> bool:
        """Whether `day` is one of the paused days."""
        return self.first_day <= day <= self.last_day


def merged(pauses: Iterable[Pause]) -> list[Pause]:
    """The same absence, in order, without overlap: pauses that touch become one.

    Ill during a holiday is away once, not twice; and of two pauses in a row, what the first moves
    would otherwise land in the second and come behind what fell due there.
    """
    apart: list[Pause] = []
    for pause in sorted(pauses):
        if apart and pause.first_day <= apart[-1].last_day + _DAY:
            latest = max(apart[-1].last_day, pause.last_day)
            apart[-1] = Pause(apart[-1].first_day, latest)
        else:
            apart.append(pause)
    return apart


def stretch(due_on: date, pause_from: date, pause_until: date) -> date:
    """The day a card is asked when it falls due in a pause (first and last day included).

    What was spread over the pause is spread over as many days after it: the n-th paused day
    becomes the n-th day back. Other days stay as they are.
    """
    if not pause_from <= due_on <= pause_until:
        return due_on
    return due_on + (pause_until - pause_from) + _DAY


def stretched(due_on: date, pauses: Iterable[Pause]) -> date:
    """`due_on` carried over all pauses: moved out of one, it may fall into the next."""
    for pause in merged(pauses):
        due_on = stretch(due_on, pause.first_day, pause.last_day)
    return due_on
