"""Cards of topics for which learners set a date of their own, for a page of people at once."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any, NamedTuple

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from scheduler.memory import Memory
from scheduler.stop.leech import LONGEST_REST
from server.store.among import among
from server.store.campaigns import Campaign, CampaignCardSet, Enrolment
from server.store.card_memory import CardMemory
from server.store.card_sets import CardSet
from server.store.parameter_sets import ParameterSet
from server.store.people import Person
from server.store.refresh_dates import RefreshDate
from server.store.releases import ReleasedCard
from server.store.rests import is_leech


class DatedCard(NamedTuple):
    """A card in memory, the campaign that asks it, and the learner's date for its topic."""

    person_id: int
    card_id: int
    topic: str
    memory: Memory
    due_on: date
    last_day: date
    policy: dict[str, Any]
    date: dict[str, Any]
    attendance: float | None
    parameters: tuple[float, ...] | None


def dated_cards(
    db: Session, person_ids: Sequence[int], campaign_ids: Sequence[int], on: date
) -> list[DatedCard]:
    """Those with a date still to come, due or not: the date may want more of a card than its
    campaign, that would let it retire. Few learners set one."""
    rests = is_leech(CardMemory.__table__) & (CardMemory.last_study_day > on - LONGEST_REST)
    rows = db.execute(
        select(
            CardMemory, ReleasedCard.topic, ReleasedCard.valid_until, Campaign.starts_on,
            Campaign.days, Campaign.policy, RefreshDate, Person.attendance, ParameterSet.parameters,
        )
        .join(RefreshDate, RefreshDate.person_id == CardMemory.person_id)
        .join(Person, Person.id == CardMemory.person_id)
        .outerjoin(ParameterSet, ParameterSet.id == Person.parameter_set_id)
        .join(Enrolment, Enrolment.person_id == CardMemory.person_id)
        .join(Campaign, Campaign.id == Enrolment.campaign_id)
        .join(CampaignCardSet, CampaignCardSet.campaign_id == Campaign.id)
        .join(CardSet, CardSet.id == CampaignCardSet.card_set_id)
        .join(
            ReleasedCard,
            (ReleasedCard.release_id == CardSet.live_release_id)
            & (ReleasedCard.card_id == CardMemory.card_id)
            & (ReleasedCard.topic == RefreshDate.topic),
        )
        .where(
            among(CardMemory.person_id, person_ids), Campaign.id.in_(campaign_ids),
            RefreshDate.before > on, ~rests,
            or_(ReleasedCard.valid_until.is_(None), ReleasedCard.valid_until >= on),
        )
    )  # fmt: skip
    return [
        DatedCard(
            kept.person_id, kept.card_id, topic,
            Memory(*(getattr(kept, name) for name in Memory._fields)), kept.due_on,
            min(valid_until or date.max, starts_on + timedelta(days=days - 1)),
            policy, own.policy, attendance, None if parameters is None else tuple(parameters),
        )
        for kept, topic, valid_until, starts_on, days, policy, own, attendance, parameters in rows
    ]  # fmt: skip
