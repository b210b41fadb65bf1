"""What a campaign that is thought of would cost each learner, and what would be known."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from scheduler.policy.booster import Booster
from scheduler.policy.deadline import Deadline
from scheduler.policy.readiness import Readiness
from scheduler.simulate.cost import Cost, Plan, Planned, cost
from scheduler.time_taken import USUAL_SECONDS
from server.calendars import calendar
from server.store.organisations import Organisation
from server.teaching import policies

COMPARED = (0.80, 0.85, 0.90, 0.95)
"""Targets that are shown beside what is asked for."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A campaign that is thought of; `on` only where it aims at a date.

    `held_on` is the day of the course, from which boosters count; None for that of the start.
    """

    kind: str
    desired_recall: float
    on: date | None
    held_on: date | None
    cards: int
    starts_on: date
    days: int
    cards_per_day: int


def cost_of(firm: Organisation, asked: Asked) -> Cost:
    """The cost for learners who keep the organisation's week and holidays.

    Raises `Refused` where the date is missing, is not wanted, or leaves no day for a review.
    """
    last = asked.starts_on + timedelta(days=asked.days - 1)
    policies.kept(
        asked.kind,
        desired_recall=asked.desired_recall,
        on=asked.on,
        days=(asked.starts_on, last),
        held_on=asked.held_on or asked.starts_on,
    )
    kept = calendar(tuple(firm.day_loads), firm.country, (), asked.starts_on.year)
    dates = (asked.starts_on + timedelta(days=number) for number in range(asked.days))
    return cost(
        Plan(
            aim=_own(asked),
            others=tuple(_aim(asked, recall) for recall in COMPARED),
            cards=asked.cards,
            starts_on=asked.starts_on,
            budgets=tuple(kept.budget(day, asked.cards_per_day) for day in dates),
            until=asked.on or last,
        )
    )


def minutes(answers: float) -> float:
    """What so many answers take."""
    return answers * USUAL_SECONDS / 60


def _own(asked: Asked) -> Planned:
    if asked.kind == policies.BOOSTER:
        return Booster(asked.held_on or asked.starts_on)
    return _aim(asked, asked.desired_recall)


def _aim(asked: Asked, desired_recall: float) -> Readiness | Deadline:
    if asked.on is None:
        return Readiness(desired_recall)
    reach = policies.reached(asked.starts_on, asked.on, desired_recall)
    return Deadline(asked.on, desired_recall, reach.price)
