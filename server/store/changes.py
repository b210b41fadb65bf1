"""The reads behind the offline store: what differs from what a phone already has."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import bindparam, exists, func, select, union_all
from sqlalchemy.orm import Session

from server.store import rests
from server.store.base import table
from server.store.campaigns import Campaign, CampaignCardSet, CourseEvent, Enrolment
from server.store.card_memory import CardMemory
from server.store.card_sets import CardSet
from server.store.card_turns import NEW, CardTurn
from server.store.releases import Release, ReleasedCard
from server.store.reviews import Review, TakeBack

_memory, _reviews, _take_backs = table(CardMemory), table(Review), table(TakeBack)
_turns = table(CardTurn)
_changed_memory = (
    select(_memory, rests.mended(_memory).label("mended"))
    .where(
        _memory.c.organisation_id == bindparam("organisation_id"),
        _memory.c.person_id == bindparam("person"),
        (_memory.c.changed_at > bindparam("since"))
        | (
            (_memory.c.changed_at == bindparam("since"))
            & (_memory.c.card_id > bindparam("after_card"))
        ),
    )
    .order_by(_memory.c.changed_at, _memory.c.card_id)
    .limit(bindparam("most"))
)
_taken_back = (
    select(_reviews.c.card_id, _take_backs.c.taken_back_at.label("at"))
    .select_from(_take_backs)
    .join(
        _reviews,
        (_reviews.c.person_id == _take_backs.c.person_id)
        & (_reviews.c.id == _take_backs.c.review_id),
    )
    .where(
        _take_backs.c.organisation_id == bindparam("organisation_id"),
        _take_backs.c.person_id == bindparam("person"),
        _take_backs.c.taken_back_at > bindparam("since"),
    )
)
_begun_again = select(_turns.c.card_id, _turns.c.at).where(
    _turns.c.organisation_id == bindparam("organisation_id"),
    _turns.c.effect == NEW,
    _turns.c.at > bindparam("since"),
    exists().where(
        _reviews.c.person_id == bindparam("person"), _reviews.c.card_id == _turns.c.card_id
    ),
)
_without_memory = union_all(_taken_back, _begun_again).subquery()
_forgotten = (
    select(_without_memory.c.card_id, func.max(_without_memory.c.at))
    .outerjoin(
        _memory,
        (_memory.c.person_id == bindparam("person"))
        & (_memory.c.card_id == _without_memory.c.card_id),
    )
    .where(_memory.c.card_id.is_(None))
    .group_by(_without_memory.c.card_id)
    .order_by(_without_memory.c.card_id)
)


class Live(NamedTuple):
    """The live release of a set in one of the learner's campaigns."""

    card_set_id: int
    title: str
    release_id: int
    number: int


def live_sets(db: Session, person_id: int) -> list[Live]:
    """The released sets of all the learner's campaigns."""
    rows = db.execute(
        select(CardSet.id, CardSet.title, Release.id, Release.number)
        .join(Release, Release.id == CardSet.live_release_id)
        .join(CampaignCardSet, CampaignCardSet.card_set_id == CardSet.id)
        .join(Enrolment, Enrolment.campaign_id == CampaignCardSet.campaign_id)
        .where(Enrolment.person_id == person_id)
        .distinct()
        .order_by(CardSet.id)
    )
    return [Live(*row) for row in rows]


def campaigns_of(db: Session, person_id: int) -> list[tuple[Campaign, str, list[int]]]:
    """The learner's campaigns, each with its course's title and its sets."""
    rows = db.execute(
        select(Campaign, CourseEvent.title, CampaignCardSet.card_set_id)
        .join(CourseEvent, CourseEvent.id == Campaign.course_event_id)
        .join(Enrolment, Enrolment.campaign_id == Campaign.id)
        .join(CampaignCardSet, CampaignCardSet.campaign_id == Campaign.id)
        .where(Enrolment.person_id == person_id)
        .order_by(Campaign.id, CampaignCardSet.card_set_id)
    )
    found: dict[int, tuple[Campaign, str, list[int]]] = {}
    for campaign, course_title, card_set_id in rows:
        found.setdefault(campaign.id, (campaign, course_title, []))[2].append(card_set_id)
    return list(found.values())


def released_since(db: Session, release_id: int, number: int) -> list[ReleasedCard]:
    """Cards of the release whose text changed after the release of that number."""
    return list(
        db.scalars(
            select(ReleasedCard)
            .where(ReleasedCard.release_id == release_id, ReleasedCard.changed_in > number)
            .order_by(ReleasedCard.position)
        )
    )


def memory_since(
    db: Session, person_id: int, since: datetime, after_card: int, most: int
) -> Sequence[dict[str, Any]]:
    """The learner's memory rows that changed after `since`, oldest change first.

    Of those that changed at that very moment, the ones of cards beyond `after_card`. `mended` says
    of a leech that it was changed or decided about since.
    """
    rows = db.execute(
        _changed_memory,
        {"person": person_id, "since": since, "after_card": after_card, "most": most},
    )
    return [dict(row) for row in rows.mappings()]


def forgotten_since(db: Session, person_id: int, since: datetime) -> dict[int, datetime]:
    """Cards that are new again since then, and when that was.

    Either the last answer was taken back, or a release let memory begin again.
    """
    rows = db.execute(_forgotten, {"person": person_id, "since": since})
    return {row.card_id: row[1] for row in rows}
