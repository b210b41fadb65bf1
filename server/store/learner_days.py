"""What decides about reminders, read for a page of people in a few statements."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sqlalchemy import ColumnElement, and_, exists, func, or_, select
from sqlalchemy.orm import Session

from scheduler.stop.leech import LONGEST_REST
from server.store.among import among
from server.store.campaigns import Campaign, CampaignCardSet, Enrolment
from server.store.card_memory import CardMemory
from server.store.card_sets import CardSet
from server.store.parameter_sets import ParameterSet
from server.store.pauses import StoredPause
from server.store.people import Person
from server.store.releases import ReleasedCard
from server.store.rests import is_leech
from server.store.retired import is_retired


def time_zones(db: Session) -> list[str]:
    """The time zones in which active people live."""
    return list(db.scalars(select(Person.time_zone).where(Person.active).distinct()))


def first_dues(
    db: Session, person_ids: Sequence[int], campaign_ids: Sequence[int], until: date
) -> dict[int, list[date]]:
    """The earliest due days up to `until`, over the released cards of these campaigns.

    For each person one outside of all pauses and one inside each: what is due in a pause is asked
    later than that, and still in order.
    """
    asked = exists().where(
        Enrolment.person_id == CardMemory.person_id,
        *_released_in(campaign_ids, until),
        ReleasedCard.card_id == CardMemory.card_id,
        Campaign.id == Enrolment.campaign_id,
        ~is_retired(),
    )
    in_pause = and_(
        StoredPause.person_id == CardMemory.person_id,
        CardMemory.due_on.between(StoredPause.first_day, StoredPause.last_day),
    )
    # A leech that was mended meanwhile counts as resting here: it comes along with other cards.
    rests = is_leech(CardMemory.__table__) & (CardMemory.last_study_day > until - LONGEST_REST)
    rows = db.execute(
        select(CardMemory.person_id, func.min(CardMemory.due_on).label("due_on"))
        .join(Person, Person.id == CardMemory.person_id)
        .outerjoin(ParameterSet, ParameterSet.id == Person.parameter_set_id)
        .outerjoin(StoredPause, in_pause)
        .where(among(CardMemory.person_id, person_ids), CardMemory.due_on <= until, asked, ~rests)
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


def _released_in(campaign_ids: Sequence[int], on: date) -> tuple[ColumnElement[bool], ...]:
    """Ties a released card that is still valid on a day to an enrolment in these campaigns."""
    return (
        CampaignCardSet.campaign_id == Enrolment.campaign_id,
        CampaignCardSet.campaign_id.in_(campaign_ids),
        CardSet.id == CampaignCardSet.card_set_id,
        ReleasedCard.release_id == CardSet.live_release_id,
        or_(ReleasedCard.valid_until.is_(None), ReleasedCard.valid_until >= on),
    )
