"""Absence: while a learner is away nothing is asked, and nothing piles up for the return."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta


@dataclass(frozen=True, slots=True)
class Pause:
    """Study days without practice: from `first_day` to `last_day`, both included."""

    first_day: date
    last_day: date

    def covers(self, day: date) -> bool:
        """Whether `day` is one of the paused days."""
        return self.first_day <= day <= self.last_day


def stretch(due_on: date, pause_from: date, pause_until: date) -> date:
    """The day a card is asked when it falls due in a pause (first and last day included).

    What was spread over the pause is spread over as many days after it: the n-th paused day
    becomes the n-th day back. Other days stay as they are.
    """
    if not pause_from <= due_on <= pause_until:
        return due_on
    return due_on + (pause_until - pause_from) + timedelta(days=1)


def stretched(due_on: date, pauses: Iterable[Pause]) -> date:
    """`due_on` carried over all pauses: moved out of one, it may fall into the next."""
    for pause in sorted(pauses, key=lambda pause: pause.first_day):
        due_on = stretch(due_on, pause.first_day, pause.last_day)
    return due_on
