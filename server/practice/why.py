"""Why a card is asked: what a learner is told about it, enough for a phone without network."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date
from typing import NamedTuple

from scheduler.policy.aim import Aim
from scheduler.policy.booster import Booster
from scheduler.policy.deadline import Deadline
from scheduler.queue import Candidate
from server.practice.beside import is_open
from server.store.beside import PRE_TEST, UPKEEP
from server.store.study import Waiting

CAMPAIGN = "campaign"
PARTS = {PRE_TEST: "pre_test", UPKEEP: "upkeep"}


class Goal(NamedTuple):
    """An aim without the workings behind it.

    `kind` is readiness, deadline or booster; `on` the date to reach, or that the ladder counts
    from.
    """

    kind: str
    desired_recall: float | None
    on: date | None


class Why(NamedTuple):
    """What brought a card here. The days are None, and the counts 0, while it is new.

    `part` is campaign, pre_test or upkeep; `correct_run` the study days in a row that went right
    at first, so 0 after a wrong answer.
    """

    part: str
    last_on: date | None
    due_on: date | None
    reviews: int
    correct_run: int
    goals: Sequence[Goal]


def why(candidate: Candidate, part: str) -> Why:
    """Why this card of that part."""
    memory = candidate.memory
    goals = [_goal(aim) for aim in candidate.aims]
    if memory is None:
        return Why(part, None, None, 0, 0, goals)
    return Why(
        part, memory.last_study_day, candidate.due_on, memory.reviews, memory.correct_run, goals
    )


def parts_of(apart: Collection[Waiting]) -> dict[int, str]:
    """The part, by card, of those that are asked beside the campaigns that run."""
    asked = [one for one in apart if one.part == UPKEEP or is_open(one)]
    return {one.card_id: PARTS[one.part] for one in asked}


def _goal(aim: Aim) -> Goal:
    match aim:
        case Deadline():
            return Goal("deadline", aim.desired_recall, aim.on)
        case Booster():
            return Goal("booster", None, aim.since)
        case _:
            return Goal("readiness", aim.desired_recall, None)
