"""How much falls due in the coming weeks, as things stand: later answers move their cards on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sqlalchemy.orm import Session

from server.insight.floor import hidden
from server.insight.question import Question
from server.store import campaigns, due_cards, organisations
from server.store.campaigns import Campaign
from server.store.due_cards import DueCount

WEEK = 7
DAYS = 4 * WEEK
COHORTS = ("campaign", "team")


@dataclass(frozen=True, slots=True)
class DueDay:
    """Cards due on a day and the learners they are due for; None where too few to show."""

    day: date
    cards: int | None
    learners: int | None


@dataclass(frozen=True, slots=True)
class Cohort:
    """A campaign or team, the learners for whom anything falls due, and the cards week by week.

    A week is seven days, the first from today on. None where too few people to show. `label` is
    None for people without a team.
    """

    key: str
    label: str | None
    learners: int | None
    weeks: list[int] | None


def report(db: Session, asked: Question, today: date, floor: int) -> list[DueDay]:
    """The next `DAYS` days from today; what is overdue counts as due today."""
    days: dict[date, dict[int, int]] = {
        today + timedelta(days=number): defaultdict(int) for number in range(DAYS)
    }
    ends = {one.id: one.ends_on for one in _running(db, asked, today)}
    for count in due_cards.by_team(db, asked.scope, ends, _until(today)):
        days[max(count.due_on, today)][count.person_id] += count.cards
    unshown = hidden({day: people.keys() for day, people in days.items() if people}, floor)
    return [
        DueDay(day, None, None)
        if day in unshown
        else DueDay(day, sum(people.values()), len(people))
        for day, people in days.items()
    ]


def cohorts(db: Session, asked: Question, by: str, today: date, floor: int) -> list[Cohort]:
    """Those days by `by`, one of `COHORTS`, the heaviest load per learner first."""
    count = due_cards.by_team if by == "team" else due_cards.by_campaign
    running = _running(db, asked, today)
    ends = {one.id: one.ends_on for one in running}
    found: dict[Any, list[DueCount]] = defaultdict(list)
    for row in count(db, asked.scope, ends, _until(today)):
        found[row.key].append(row)
    people = {key: {row.person_id for row in rows} for key, rows in found.items()}
    unshown = hidden(people, floor)
    labels = (
        {team.id: team.name for team in organisations.teams(db)}
        if by == "team"
        else {one.id: one.title for one in running}
    )
    told = [
        Cohort(_text(key), labels.get(key), None, None)
        if key in unshown
        else Cohort(_text(key), labels.get(key), len(people[key]), _weeks(rows, today))
        for key, rows in found.items()
    ]
    return sorted(told, key=_heaviest_first)


def _running(db: Session, asked: Question, today: date) -> list[Campaign]:
    """The campaigns in scope that are not over."""
    return [one for one in campaigns.aims(db, asked.scope.campaign_id) if one.ends_on >= today]


def _until(today: date) -> date:
    return today + timedelta(days=DAYS - 1)


def _weeks(rows: Iterable[DueCount], today: date) -> list[int]:
    weeks = [0] * (DAYS // WEEK)
    for row in rows:
        weeks[max((row.due_on - today).days, 0) // WEEK] += row.cards
    return weeks


def _text(key: int | None) -> str:
    return "" if key is None else str(key)


def _heaviest_first(one: Cohort) -> tuple[bool, float, str]:
    load = sum(one.weeks) / one.learners if one.weeks and one.learners else 0.0
    return one.weeks is None, -load, one.label or ""
