"""Why a card is asked: what a learner is told about it, enough for a phone without network."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from scheduler.policy.aim import Aim
from scheduler.policy.booster import Booster
from scheduler.policy.deadline import Deadline
from scheduler.queue import Candidate
from server.practice.beside import is_open
from server.store.beside import PRE_TEST, UPKEEP
from server.store.parameter_sets import Parameters
from server.store.study import Waiting

CAMPAIGN = "campaign"
PARTS = {PRE_TEST: "pre_test", UPKEEP: "upkeep"}


class Goal(NamedTuple):
    """An aim without the workings behind it.

    `kind` is readiness, deadline, own_date or booster; `on` the date to reach, or that the ladder
    counts from.
    """

    kind: str
    desired_recall: float | None
    on: date | None


class Why(NamedTuple):
    """What brought a card here. The days are None, and the counts 0, while it is new.

    `part` is campaign, pre_test or upkeep; `correct_run` the study days in a row that went right
    at first, so 0 after a wrong answer. With `decay`, how fast the learner's forgetting slows
    down, a phone can draw the memory.
    """

    part: str
    last_on: date | None
    due_on: date | None
    reviews: int
    correct_run: int
    decay: float
    goals: Sequence[Goal]


@dataclass(frozen=True, slots=True)
class Reasons:
    """Says of each card of a day why it is asked.

    `parts` as from `parts_of`, `own_dates` the learner's own aims by topic, `parameters` those of
    the learner's memory.
    """

    parts: Mapping[int, str]
    own_dates: Mapping[str, Aim]
    parameters: Parameters

    def of(self, candidate: Candidate) -> Why:
        """Why this card."""
        memory = candidate.memory
        own = self.own_dates.get(candidate.topic)
        return Why(
            part=self.parts.get(candidate.card_id, CAMPAIGN),
            last_on=memory.last_study_day if memory else None,
            due_on=candidate.due_on,
            reviews=memory.reviews if memory else 0,
            correct_run=memory.correct_run if memory else 0,
            decay=self.parameters[20],
            goals=[_goal(aim, is_own=aim == own) for aim in candidate.aims],
        )


def parts_of(apart: Collection[Waiting]) -> dict[int, str]:
    """The part, by card, of those that are asked beside the campaigns that run."""
    asked = [one for one in apart if one.part == UPKEEP or is_open(one)]
    return {one.card_id: PARTS[one.part] for one in asked}


def _goal(aim: Aim, *, is_own: bool) -> Goal:
    match aim:
        case Deadline():
            return Goal("own_date" if is_own else "deadline", aim.desired_recall, aim.on)
        case Booster():
            return Goal("booster", None, aim.since)
        case _:
            return Goal("readiness", aim.desired_recall, None)
