"""How many of the enrolled practise, and how much. Counts of groups, never names."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy.orm import Session

from server.insight.floor import hidden
from server.insight.period import without_gaps
from server.insight.question import Question
from server.store import figures

LATELY = timedelta(days=6)
"""Today and the six days before count as now: on Mondays a calendar week would hold nobody."""


@dataclass(frozen=True, slots=True)
class Week:
    """Learners who answered a card in the week, and their answers; None where too few to show."""

    monday: date
    learners_active: int | None
    answers: int | None


@dataclass(frozen=True, slots=True)
class Participation:
    """`active_rate`: the share of the enrolled, 0 to 1, who answered a card in the last 7 days.

    `answers`: those of all weeks together that were not taken back. Both are None where they are
    of too few.
    """

    enrolled: int
    active_rate: float | None
    answers: int | None
    weeks: list[Week]


def report(db: Session, asked: Question, today: date, floor: int) -> Participation:
    """Who took part, per week; a week is left open as `floor.hidden` says."""
    weeks: dict[date, dict[int, int]] = defaultdict(dict)
    for monday, person_id, answers in figures.answers_by_week(db, asked.scope):
        weeks[monday][person_id] = answers
    everyone = {person_id for people in weeks.values() for person_id in people}
    in_all = sum(sum(people.values()) for people in weeks.values())
    enrolled = figures.enrolled_people(db, asked.scope)
    lately = figures.active_since(db, asked.scope, today - LATELY)
    return Participation(
        enrolled,
        active_rate=lately / enrolled if lately >= floor else None,
        answers=in_all if len(everyone) >= floor else None,
        weeks=_weeks(weeks, floor),
    )


def _weeks(answers: dict[date, dict[int, int]], floor: int) -> list[Week]:
    all_weeks = {monday: answers.get(monday, {}) for monday in without_gaps(answers)}
    unshown = hidden({monday: people.keys() for monday, people in all_weeks.items()}, floor)
    return [
        Week(monday, None, None)
        if monday in unshown
        else Week(monday, len(people), sum(people.values()))
        for monday, people in all_weeks.items()
    ]
