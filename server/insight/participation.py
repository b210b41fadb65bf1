"""How many of the enrolled practise. Counts of people, never names."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy.orm import Session

from server.insight.period import without_gaps
from server.insight.question import Question
from server.store import figures

LATELY = timedelta(days=6)
"""Today and the six days before count as now: on Mondays a calendar week would hold nobody."""


@dataclass(frozen=True, slots=True)
class Week:
    """Learners who answered a card in the week; None where they are too few to show."""

    monday: date
    learners_active: int | None


@dataclass(frozen=True, slots=True)
class Participation:
    """`active_rate`: the share of the enrolled, 0 to 1, who answered a card in the last 7 days.

    None where those are too few. A person who is active in two weeks counts in both, so no week
    can be had by subtracting others from a total.
    """

    enrolled: int
    active_rate: float | None
    weeks: list[Week]


def report(db: Session, asked: Question, today: date, floor: int) -> Participation:
    """Who took part, per week; a week with fewer than `floor` active learners has no figure."""
    enrolled = figures.enrolled_people(db, asked.scope)
    active = figures.active_by_week(db, asked.scope)
    lately = figures.active_since(db, asked.scope, today - LATELY)
    weeks = []
    for monday in without_gaps(active):
        learners = active.get(monday, 0)
        weeks.append(Week(monday, learners if learners >= floor else None))
    return Participation(enrolled, lately / enrolled if lately >= floor else None, weeks)
