"""How much the coming weeks ask, as things stand: later answers move their cards on.

What falls due on a day off, or beyond a day's budget, waits as in a session. So nobody sees a wall
that no learner will meet.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sqlalchemy.orm import Session

from scheduler import forecast
from server.calendars import calendar
from server.insight.floor import hidden
from server.insight.question import Question
from server.store import campaigns, due_cards, organisations
from server.store.campaigns import Campaign
from server.store.due_cards import DueCount
from server.store.organisations import Organisation

WEEK = 7
DAYS = 4 * WEEK
COHORTS = ("campaign", "team")


@dataclass(frozen=True, slots=True)
class DueDay:
    """Cards asked on a day and of how many learners; None where too few to show."""

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


def report(db: Session, asked: Question, today: date, firm: Organisation) -> list[DueDay]:
    """The next `DAYS` days from today."""
    running = _running(db, asked, today)
    found = due_cards.by_team(db, asked.scope, _ids(running), _until(today))
    days: list[dict[int, int]] = [{} for _ in range(DAYS)]
    for (_, person_id), plan in _plans(found, _budgets(running, today, firm), today).items():
        for number, cards in enumerate(plan):
            if cards:
                days[number][person_id] = cards
    people = {number: told.keys() for number, told in enumerate(days) if told}
    unshown = hidden(people, firm.min_group_size)
    return [
        DueDay(today + timedelta(days=number), None, None)
        if number in unshown
        else DueDay(today + timedelta(days=number), sum(told.values()), len(told))
        for number, told in enumerate(days)
    ]


def cohorts(db: Session, asked: Question, by: str, today: date, firm: Organisation) -> list[Cohort]:
    """Those days by `by`, one of `COHORTS`, the heaviest load per learner first."""
    running = _running(db, asked, today)
    count = due_cards.by_team if by == "team" else due_cards.by_campaign
    found = count(db, asked.scope, _ids(running), _until(today))
    people: dict[Any, set[int]] = defaultdict(set)
    weeks: dict[Any, list[int]] = defaultdict(lambda: [0] * (DAYS // WEEK))
    for (key, person_id), plan in _plans(found, _budgets(running, today, firm), today).items():
        people[key].add(person_id)
        for number, cards in enumerate(plan):
            weeks[key][number // WEEK] += cards
    unshown = hidden(people, firm.min_group_size)
    labels = (
        {team.id: team.name for team in organisations.teams(db)}
        if by == "team"
        else {one.id: one.title for one in running}
    )
    told = [
        Cohort(_text(key), labels.get(key), None, None)
        if key in unshown
        else Cohort(_text(key), labels.get(key), len(people[key]), weeks[key])
        for key in people
    ]
    return sorted(told, key=_heaviest_first)


def _plans(
    found: Iterable[DueCount], budgets: Sequence[int], today: date
) -> dict[tuple[Any, int], list[int]]:
    """The cards of each day by group and learner."""
    due: dict[tuple[Any, int], dict[int, int]] = defaultdict(dict)
    for row in found:
        due[row.key, row.person_id][(row.due_on - today).days] = row.cards
    return {key: forecast.asked(days, budgets) for key, days in due.items()}


def _budgets(running: Sequence[Campaign], today: date, firm: Organisation) -> list[int]:
    """Cards a day for who keeps the organisation's week and the fullest campaign's number."""
    cards = max((one.cards_per_day for one in running), default=0)
    kept = calendar(tuple(firm.day_loads), firm.country, (), today.year)
    return [kept.budget(today + timedelta(days=number), cards) for number in range(DAYS)]


def _running(db: Session, asked: Question, today: date) -> list[Campaign]:
    """The campaigns in scope that are not over."""
    return [one for one in campaigns.aims(db, asked.scope.campaign_id) if one.ends_on >= today]


def _ids(running: Iterable[Campaign]) -> list[int]:
    return [one.id for one in running]


def _until(today: date) -> date:
    return today + timedelta(days=DAYS - 1)


def _text(key: int | None) -> str:
    return "" if key is None else str(key)


def _heaviest_first(one: Cohort) -> tuple[bool, float, str]:
    load = sum(one.weeks) / one.learners if one.weeks and one.learners else 0.0
    return one.weeks is None, -load, one.label or ""
