"""Who answered what, counted in the database, for the figures that others may see.

These counts still name people. Only `server.insight` reads them, and puts the floor under groups.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import Date, Integer, case, cast, func, select
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.orm import InstrumentedAttribute, Session
from sqlalchemy.sql import ColumnElement
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement

from scheduler.moving_average import DayCount
from server.store.campaigns import Campaign, CampaignCardSet, Enrolment
from server.store.card_memory import FirstAnswer
from server.store.card_sets import Card
from server.store.people import Person
from server.store.reviews import Review, TakeBack


class MondayOf(FunctionElement[date]):
    """The Monday of the ISO week of a date column."""

    type = Date()
    inherit_cache = True


@compiles(MondayOf, "postgresql")
def _monday_on_postgresql(element: MondayOf, compiler: SQLCompiler, **kw: Any) -> str:
    return f"CAST(date_trunc('week', {compiler.process(element.clauses, **kw)}) AS date)"


@compiles(MondayOf, "sqlite")
def _monday_on_sqlite(element: MondayOf, compiler: SQLCompiler, **kw: Any) -> str:
    # To the Sunday that ends the week, then back: 'weekday 1' would skip to the next Monday.
    return f"date({compiler.process(element.clauses, **kw)}, 'weekday 0', '-6 days')"


@dataclass(frozen=True, slots=True)
class Scope:
    """Whose answers and when: study days `first` to `last`; one campaign, team and set, or all.

    Counted are answers of enrolled people to cards of the campaign's sets, from its start on.
    """

    first: date
    last: date
    campaign_id: int | None = None
    team_id: int | None = None
    card_set_id: int | None = None


class LearnerCount(NamedTuple):
    """How many first answers a learner gave in a group, and how many of them were right."""

    key: Any
    person_id: int
    answers: int
    right: int


class Foretold(NamedTuple):
    """First answers of one learner that were foretold nearly alike; `predicted` is their sum."""

    bin: int
    person_id: int
    answers: int
    right: int
    predicted: float


KEYS: dict[str, ColumnElement[Any] | InstrumentedAttribute[Any]] = {
    "week": MondayOf(FirstAnswer.study_day),
    "topic": Card.topic,
    "team": Person.team_id,
    "card_set": Card.card_set_id,
    "card": Card.id,
}
"""What recall may be split by."""


def recall_counts(db: Session, by: str, scope: Scope) -> list[LearnerCount]:
    """First answers per group and learner; `by` is one of `KEYS`."""
    key = KEYS[by]
    right = func.sum(case((FirstAnswer.correct, 1), else_=0))
    rows = db.execute(
        select(key, FirstAnswer.person_id, func.count(), right)
        .join(Card, Card.id == FirstAnswer.card_id)
        .join(Person, Person.id == FirstAnswer.person_id)
        .where(*_within(FirstAnswer.person_id, FirstAnswer.study_day, scope))
        .group_by(key, FirstAnswer.person_id)
    )
    return [LearnerCount(*row) for row in rows]


def foretold(db: Session, scope: Scope, bins: int) -> list[Foretold]:
    """First answers per bin of predicted recall and learner, over `bins` bins from 0 to 1."""
    scaled = cast(func.floor(FirstAnswer.retrievability * bins), Integer)
    number = case((scaled >= bins, bins - 1), else_=scaled)
    rows = db.execute(
        select(
            number,
            FirstAnswer.person_id,
            func.count(),
            func.sum(case((FirstAnswer.correct, 1), else_=0)),
            func.sum(FirstAnswer.retrievability),
        )
        .join(Card, Card.id == FirstAnswer.card_id)
        .join(Person, Person.id == FirstAnswer.person_id)
        .where(*_within(FirstAnswer.person_id, FirstAnswer.study_day, scope))
        .group_by(number, FirstAnswer.person_id)
    )
    return [Foretold(*row) for row in rows]


def daily_counts(db: Session, scope: Scope) -> list[DayCount]:
    """First answers per study day and learner, in order of days."""
    rows = db.execute(
        select(
            FirstAnswer.study_day,
            FirstAnswer.person_id,
            func.count(),
            func.sum(case((FirstAnswer.correct, 1), else_=0)),
        )
        .join(Card, Card.id == FirstAnswer.card_id)
        .join(Person, Person.id == FirstAnswer.person_id)
        .where(*_within(FirstAnswer.person_id, FirstAnswer.study_day, scope))
        .group_by(FirstAnswer.study_day, FirstAnswer.person_id)
        .order_by(FirstAnswer.study_day)
    )
    return [DayCount(*row) for row in rows]


def answers_by_week(db: Session, scope: Scope) -> list[tuple[date, int, int]]:
    """Answers per week (by its Monday) and learner, without those that were taken back."""
    monday = MondayOf(Review.study_day)
    taken_back = select(TakeBack.review_id).where(
        TakeBack.person_id == Review.person_id, TakeBack.review_id == Review.id
    )
    rows = db.execute(
        select(monday, Review.person_id, func.count())
        .join(Card, Card.id == Review.card_id)
        .join(Person, Person.id == Review.person_id)
        .where(*_within(Review.person_id, Review.study_day, scope), ~taken_back.exists())
        .group_by(monday, Review.person_id)
    )
    return [(week, person_id, answers) for week, person_id, answers in rows]


def active_since(db: Session, scope: Scope, since: date) -> int:
    """How many people answered a card from `since` on, whatever the days of the scope."""
    lately = replace(scope, first=since, last=date.max)
    statement = (
        select(func.count(Review.person_id.distinct()))
        .join(Card, Card.id == Review.card_id)
        .join(Person, Person.id == Review.person_id)
        .where(*_within(Review.person_id, Review.study_day, lately))
    )
    return db.scalar(statement) or 0


def active_counts(db: Session, campaign_ids: Iterable[int], since: date) -> dict[int, int]:
    """How many of the enrolled answered a card from `since` on, per campaign."""
    rows = db.execute(
        select(Campaign.id, func.count(Review.person_id.distinct()))
        .join(Enrolment, Enrolment.campaign_id == Campaign.id)
        .join(CampaignCardSet, CampaignCardSet.campaign_id == Campaign.id)
        .join(Card, Card.card_set_id == CampaignCardSet.card_set_id)
        .join(Review, (Review.card_id == Card.id) & (Review.person_id == Enrolment.person_id))
        .where(
            Campaign.id.in_(list(campaign_ids)),
            Review.study_day >= since,
            Review.study_day >= Campaign.starts_on,
        )
        .group_by(Campaign.id)
    )
    return dict(rows.all())


def enrolled_people(db: Session, scope: Scope) -> int:
    """How many people are enrolled."""
    statement = select(func.count(Enrolment.person_id.distinct())).join(
        Person, Person.id == Enrolment.person_id
    )
    if scope.campaign_id is not None:
        statement = statement.where(Enrolment.campaign_id == scope.campaign_id)
    if scope.team_id is not None:
        statement = statement.where(Person.team_id == scope.team_id)
    return db.scalar(statement) or 0


def _within(
    person_id: InstrumentedAttribute[int], study_day: InstrumentedAttribute[date], scope: Scope
) -> list[ColumnElement[bool]]:
    """The conditions of a scope, for a statement that has `Card` and `Person` joined."""
    # EXISTS, not a join: whoever meets a set in two campaigns still gave each answer once.
    taking_part = (
        select(Enrolment.id)
        .join(Campaign, Campaign.id == Enrolment.campaign_id)
        .join(CampaignCardSet, CampaignCardSet.campaign_id == Campaign.id)
        .where(
            Enrolment.person_id == person_id,
            CampaignCardSet.card_set_id == Card.card_set_id,
            Campaign.starts_on <= study_day,
        )
        .correlate_except(Enrolment, Campaign, CampaignCardSet)
    )
    if scope.campaign_id is not None:
        taking_part = taking_part.where(Campaign.id == scope.campaign_id)
    conditions = [study_day.between(scope.first, scope.last), taking_part.exists()]
    if scope.team_id is not None:
        conditions.append(Person.team_id == scope.team_id)
    if scope.card_set_id is not None:
        conditions.append(Card.card_set_id == scope.card_set_id)
    return conditions
