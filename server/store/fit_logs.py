"""The reads behind fits: whose log is long enough, the logs themselves, and what falls due."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import NamedTuple

from sqlalchemy import bindparam, func, literal, select
from sqlalchemy.orm import Session

from server.store.base import table
from server.store.campaigns import Campaign, CampaignCardSet, Enrolment
from server.store.card_memory import CardMemory
from server.store.card_sets import Card
from server.store.card_turns import NEW, CardTurn
from server.store.days_between import DaysBetween
from server.store.parameter_sets import ParameterSet
from server.store.prepared import Prepared
from server.store.reviews import Review, TakeBack

PEOPLE_A_PAGE = 200


class Answer(NamedTuple):
    """What a fit needs of a review."""

    person_id: int
    card_id: int
    reviewed_at: datetime
    study_day: date
    rating: int
    aims: str
    phase: str | None


_reviews, _take_backs = table(Review), table(TakeBack)
_answers = Prepared(
    select(*(_reviews.c[name] for name in Answer._fields))
    .outerjoin(
        _take_backs,
        (_take_backs.c.person_id == _reviews.c.person_id)
        & (_take_backs.c.review_id == _reviews.c.id),
    )
    .where(
        _reviews.c.organisation_id == bindparam("organisation_id"),
        _reviews.c.person_id.in_(bindparam("people", expanding=True)),
        _take_backs.c.review_id.is_(None),
    )
    .order_by(_reviews.c.person_id, _reviews.c.card_id, _reviews.c.reviewed_at, _reviews.c.id)
)


def answers(db: Session, people: Sequence[int]) -> list[Answer]:
    """The standing answers of these people, by person and card, oldest first."""
    found: list[Answer] = []
    for first in range(0, len(people), PEOPLE_A_PAGE):
        columns = _answers.columns(db, {"people": people[first : first + PEOPLE_A_PAGE]})
        found += map(Answer, *columns)
    return found


def restarts(db: Session) -> dict[int, list[datetime]]:
    """When cards became new for everybody, oldest first."""
    found: dict[int, list[datetime]] = {}
    rows = db.execute(
        select(CardTurn.card_id, CardTurn.at).where(CardTurn.effect == NEW).order_by(CardTurn.at)
    )
    for card_id, at in rows:
        found.setdefault(card_id, []).append(at)
    return found


def lengths(db: Session) -> list[tuple[int, int]]:
    """People with how many answers their memory stands on; read from memory, as the log is long."""
    rows = db.execute(
        select(CardMemory.person_id, func.sum(CardMemory.reviews))
        .group_by(CardMemory.person_id)
        .order_by(CardMemory.person_id)
    )
    return [(person_id, int(count)) for person_id, count in rows]


def fitted_on(db: Session) -> dict[int, int]:
    """From how many answers each learner's latest set was made, or found not to be made."""
    rows = db.execute(
        select(ParameterSet.person_id, func.max(ParameterSet.n))
        .where(ParameterSet.person_id.is_not(None))
        .group_by(ParameterSet.person_id)
    )
    return {person_id: count for person_id, count in rows if person_id is not None}


def due_days(db: Session, people: Sequence[int], today: date) -> dict[tuple[int, int], date]:
    """The due day of each card that a campaign asks of these people, by person and card."""
    not_over = DaysBetween(Campaign.starts_on, literal(today)) < Campaign.days
    rows = db.execute(
        select(CardMemory.person_id, CardMemory.card_id, CardMemory.due_on)
        .join(Card, Card.id == CardMemory.card_id)
        .join(CampaignCardSet, CampaignCardSet.card_set_id == Card.card_set_id)
        .join(Campaign, Campaign.id == CampaignCardSet.campaign_id)
        .join(
            Enrolment,
            (Enrolment.campaign_id == CampaignCardSet.campaign_id)
            & (Enrolment.person_id == CardMemory.person_id),
        )
        .where(CardMemory.person_id.in_(people), not_over)
    )
    return {(person_id, card_id): due_on for person_id, card_id, due_on in rows}
