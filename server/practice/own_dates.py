"""A learner's own dates in the plan of a day: a topic comes back in time for its date.

A due day stays what the last answer made of it, so a card that is due after a date set since would
be asked too late. Here it is asked when the date wants it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import timedelta

from fsrs.scheduler import DEFAULT_PARAMETERS

from scheduler.memory import Memory
from scheduler.policy.aim import Aim, Strength
from scheduler.policy.aims import strictest
from scheduler.queue import Candidate


def with_dates(candidates: Sequence[Candidate], dates: Mapping[str, Aim]) -> list[Candidate]:
    """The candidates, those of a topic with a date aiming at it as well; `dates` are by topic."""
    return [_aiming(one, dates[one.topic]) if one.topic in dates else one for one in candidates]


def _aiming(one: Candidate, date: Aim) -> Candidate:
    aims = strictest((*one.aims, date))
    if one.memory is None or one.due_on is None:
        return one._replace(aims=aims)
    wanted = one.memory.last_study_day + timedelta(days=date.wait(_strength(one.memory)).days)
    return one._replace(aims=aims, due_on=min(one.due_on, wanted))


def _strength(memory: Memory) -> Strength:
    return Strength(
        memory.stability, memory.difficulty, memory.last_study_day, DEFAULT_PARAMETERS[20]
    )
