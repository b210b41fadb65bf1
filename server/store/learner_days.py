"""What decides about reminders, read for a page of people in a few statements."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date

from sqlalchemy import ColumnElement, Select, and_, exists, func, or_, select
from sqlalchemy.orm import Session, joinedload

from scheduler.stop.leech import LONGEST_REST
from server.store.among import among
from server.store.campaigns import Campaign, CampaignCardSet, Enrolment
from server.store.card_memory import CardMemory
from server.store.card_sets import CardSet
from server.store.devices import Device
from server.store.pauses import StoredPause
from server.store.people import Person
from server.store.releases import ReleasedCard
from server.store.reminders import Reminder
from server.store.rests import is_leech
from server.store.reviews import Review


def time_zones(db: Session) -> list[str]:
    """The time zones in which active people live."""
    return list(db.scalars(select(Person.time_zone).where(Person.active).distinct()))


def practising(db: Session, zones: Collection[str], *, after: int, limit: int) -> list[Person]:
    """Active people of these zones who take part in a campaign, by id from the one after `after`.

    Someone who was invited and has not come yet has no password, and is not reminded.
    """
    return list(db.scalars(_practising(zones, after, limit)))


def undecided(
    db: Session, zones: Collection[str], study_day: date, *, after: int, limit: int
) -> list[Person]:
    """Those of `practising` about whom the ledger says nothing for that study day."""
    decided = exists().where(Reminder.person_id == Person.id, Reminder.study_day == study_day)
    return list(db.scalars(_practising(zones, after, limit).where(~decided)))


def device_channels(db: Session, person_ids: Sequence[int]) -> set[tuple[int, str]]:
    """Pairs of person and push channel for which there is a device."""
    rows = db.execute(
        select(Device.person_id, Device.channel)
        .where(among(Device.person_id, person_ids))
        .distinct()
    )
    return {(row.person_id, row.channel) for row in rows}


def practised(db: Session, person_ids: Sequence[int], study_day: date) -> set[int]:
    """Who of these answered a card on that study day."""
    return set(
        db.scalars(
            select(Review.person_id)
            .where(among(Review.person_id, person_ids), Review.study_day == study_day)
            .distinct()
        )
    )


def running(db: Session, person_ids: Sequence[int], study_day: date) -> list[int]:
    """Ids of the campaigns of these people that ask cards on that study day."""
    rows = db.execute(
        select(Campaign.id, Campaign.starts_on, Campaign.days)
        .join(Enrolment, Enrolment.campaign_id == Campaign.id)
        .where(among(Enrolment.person_id, person_ids), Campaign.starts_on <= study_day)
        .distinct()
    )
    return [row.id for row in rows if (study_day - row.starts_on).days < row.days]


def first_dues(
    db: Session, person_ids: Sequence[int], campaign_ids: Sequence[int], until: date
) -> dict[int, list[date]]:
    """The earliest due days up to `until`, over the released cards of these campaigns.

    For each person one outside of all pauses and one inside each: what is due in a pause is asked
    later than that, and still in order.
    """
    seen = exists().where(
        Enrolment.person_id == CardMemory.person_id,
        *_released_in(campaign_ids, until),
        ReleasedCard.card_id == CardMemory.card_id,
    )
    in_pause = and_(
        StoredPause.person_id == CardMemory.person_id,
        CardMemory.due_on.between(StoredPause.first_day, StoredPause.last_day),
    )
    # A leech that was mended meanwhile counts as resting here: it comes along with other cards.
    rests = is_leech(CardMemory.__table__) & (CardMemory.last_study_day > until - LONGEST_REST)
    rows = db.execute(
        select(CardMemory.person_id, func.min(CardMemory.due_on).label("due_on"))
        .outerjoin(StoredPause, in_pause)
        .where(among(CardMemory.person_id, person_ids), CardMemory.due_on <= until, seen, ~rests)
        .group_by(CardMemory.person_id, StoredPause.id)
    )
    found: dict[int, list[date]] = {}
    for row in rows:
        found.setdefault(row.person_id, []).append(row.due_on)
    return found


def with_unmet_cards(
    db: Session, person_ids: Sequence[int], campaign_ids: Sequence[int], on: date
) -> set[int]:
    """Who of these has a released card in these campaigns that they never met and may meet then."""
    met = exists().where(
        CardMemory.person_id == Enrolment.person_id, CardMemory.card_id == ReleasedCard.card_id
    )
    waits = exists().where(*_released_in(campaign_ids, on), ~met)
    return set(
        db.scalars(
            select(Enrolment.person_id)
            .where(among(Enrolment.person_id, person_ids), waits)
            .distinct()
        )
    )


def _practising(zones: Collection[str], after: int, limit: int) -> Select[Person]:
    return (
        select(Person)
        .options(joinedload(Person.organisation))
        .where(
            Person.active,
            Person.password_hash.is_not(None),
            Person.time_zone.in_(zones),
            Person.id > after,
            exists().where(Enrolment.person_id == Person.id),
        )
        .order_by(Person.id)
        .limit(limit)
    )


def _released_in(campaign_ids: Sequence[int], on: date) -> tuple[ColumnElement[bool], ...]:
    """Ties a released card that is still valid on a day to an enrolment in these campaigns."""
    return (
        CampaignCardSet.campaign_id == Enrolment.campaign_id,
        CampaignCardSet.campaign_id.in_(campaign_ids),
        CardSet.id == CampaignCardSet.card_set_id,
        ReleasedCard.release_id == CardSet.live_release_id,
        or_(ReleasedCard.valid_until.is_(None), ReleasedCard.valid_until >= on),
    )
