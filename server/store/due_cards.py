"""What falls due for whom in the coming weeks, as memories stand.

These counts still name people. Only `server.insight` reads them, and puts the floor under groups.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Select, func, select
from sqlalchemy.orm import Session

from server.store.among import among
from server.store.campaigns import Campaign, CampaignCardSet, Enrolment
from server.store.card_memory import CardMemory
from server.store.card_sets import Card
from server.store.days_between import DaysBetween
from server.store.figures import Scope
from server.store.people import Person


class DueCount(NamedTuple):
    """How many cards fall due for a learner on a day; `key` is the team or campaign."""

    key: Any
    person_id: int
    due_on: date
    cards: int


def by_team(
    db: Session, scope: Scope, campaign_ids: Collection[int], until: date
) -> list[DueCount]:
    """Cards due up to `until`, overdue ones too, of these campaigns before they end.

    A card that somebody meets in two campaigns falls due once.
    """
    taking_part = (
        select(Enrolment.id)
        .join(Campaign, Campaign.id == Enrolment.campaign_id)
        .join(CampaignCardSet, CampaignCardSet.campaign_id == Campaign.id)
        .where(
            Enrolment.person_id == CardMemory.person_id,
            CampaignCardSet.card_set_id == Card.card_set_id,
            _asked(campaign_ids),
        )
        .correlate(CardMemory, Card)
    )
    return _counts(db, _due(Person.team_id, scope, until).where(taking_part.exists()))


def by_campaign(
    db: Session, scope: Scope, campaign_ids: Collection[int], until: date
) -> list[DueCount]:
    """The same by campaign; a card that two campaigns hold counts in both."""
    due = (
        _due(Campaign.id, scope, until)
        .join(CampaignCardSet, CampaignCardSet.card_set_id == Card.card_set_id)
        .join(Campaign, Campaign.id == CampaignCardSet.campaign_id)
        .join(
            Enrolment,
            (Enrolment.campaign_id == Campaign.id) & (Enrolment.person_id == CardMemory.person_id),
        )
        .where(_asked(campaign_ids))
    )
    return _counts(db, due)


def _due(key: Any, scope: Scope, until: date) -> Select[Any, int, date, int]:
    due = (
        select(key, CardMemory.person_id, CardMemory.due_on, func.count())
        .select_from(CardMemory)
        .join(Card, Card.id == CardMemory.card_id)
        .join(Person, Person.id == CardMemory.person_id)
        .where(CardMemory.due_on <= until, Card.deleted_at.is_(None))
        .group_by(key, CardMemory.person_id, CardMemory.due_on)
    )
    return due if scope.team_id is None else due.where(Person.team_id == scope.team_id)


def _asked(campaign_ids: Collection[int]) -> ColumnElement[bool]:
    """After its last day a campaign asks nothing more, whatever falls due."""
    in_time = DaysBetween(Campaign.starts_on, CardMemory.due_on) < Campaign.days
    return among(Campaign.id, campaign_ids) & in_time


def _counts(db: Session, due: Select[Any, int, date, int]) -> list[DueCount]:
    return [DueCount(*row) for row in db.execute(due)]
