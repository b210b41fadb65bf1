"""A learner's own dates in the plan of a day: a topic comes back in time for its date.

A due day stays what the last answer made of it, so a card that is due after a date set since would
be asked too late. Here it is asked when the date wants it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import timedelta

from scheduler.memory import Memory
from scheduler.policy.aim import Aim, Strength
from scheduler.policy.aims import strictest
from scheduler.queue import Candidate


def with_dates(
    candidates: Sequence[Candidate], dates: Mapping[str, Aim], parameters: tuple[float, ...]
) -> list[Candidate]:
    """The candidates, those of a topic with a date aiming at it as well; `dates` are by topic."""
    w20 = parameters[20]
    return [
        _aiming(one, dates[one.topic], w20) if one.topic in dates else one for one in candidates
    ]


def _aiming(one: Candidate, date: Aim, w20: float) -> Candidate:
    aims = strictest((*one.aims, date))
    if one.memory is None or one.due_on is None:
        return one._replace(aims=aims)
    wait = date.wait(_strength(one.memory, w20))
    wanted = one.memory.last_study_day + timedelta(days=wait.latest)
    return one._replace(aims=aims, due_on=min(one.due_on, wanted))


def _strength(memory: Memory, w20: float) -> Strength:
    return Strength(memory.stability, memory.difficulty, memory.last_study_day, w20)
