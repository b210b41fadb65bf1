"""What decides about reminders, read for a page of people in a few statements."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sqlalchemy import BindParameter, and_, bindparam, exists, func, or_, select
from sqlalchemy.orm import Session

from scheduler.stop.leech import LONGEST_REST
from server.store.among import among_given
from server.store.campaigns import Campaign, CampaignCardSet, Enrolment
from server.store.card_memory import CardMemory
from server.store.card_sets import CardSet
from server.store.parameter_sets import ParameterSet
from server.store.pauses import StoredPause
from server.store.people import Person
from server.store.prepared import Prepared
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
    given = {"people": person_ids, "campaigns": campaign_ids, "day": until}
    found: dict[int, list[date]] = {}
    rested = {"rested_since": until - LONGEST_REST}
    for person_id, due_on in _first_dues.rows(db, {**given, **rested}):
        found.setdefault(person_id, []).append(due_on)
    return found


def with_unmet_cards(
    db: Session, person_ids: Sequence[int], campaign_ids: Sequence[int], on: date
) -> set[int]:
    """Who of these has a released card in these campaigns that they never met and may meet then."""
    given = {"people": person_ids, "campaigns": campaign_ids, "day": on}
    return {person_id for (person_id,) in _with_unmet_cards.rows(db, given)}


_day: BindParameter[date] = bindparam("day")
# Ties a released card that is still valid on the day to an enrolment in these campaigns.
_released_in = (
    CampaignCardSet.campaign_id == Enrolment.campaign_id,
    among_given(CampaignCardSet.campaign_id, "campaigns"),
    CardSet.id == CampaignCardSet.card_set_id,
    ReleasedCard.release_id == CardSet.live_release_id,
    or_(ReleasedCard.valid_until.is_(None), ReleasedCard.valid_until >= _day),
)
_asked = exists().where(
    Enrolment.person_id == CardMemory.person_id,
    *_released_in,
    ReleasedCard.card_id == CardMemory.card_id,
    Campaign.id == Enrolment.campaign_id,
    ~is_retired(),
)
_in_pause = and_(
    StoredPause.person_id == CardMemory.person_id,
    CardMemory.due_on.between(StoredPause.first_day, StoredPause.last_day),
)
# A leech that was mended meanwhile counts as resting here: it comes along with other cards.
_rests = is_leech(CardMemory.__table__) & (CardMemory.last_study_day > bindparam("rested_since"))
_first_dues = Prepared(
    select(CardMemory.person_id, func.min(CardMemory.due_on).label("due_on"))
    .join(Person, Person.id == CardMemory.person_id)
    .outerjoin(ParameterSet, ParameterSet.id == Person.parameter_set_id)
    .outerjoin(StoredPause, _in_pause)
    .where(among_given(CardMemory.person_id, "people"), CardMemory.due_on <= _day, _asked, ~_rests)
    .group_by(CardMemory.person_id, StoredPause.id),
    across=True,
)
# Tied to the person by hand: SQLAlchemy does that by itself one level up, and this is two below.
_met = (
    exists()
    .where(CardMemory.person_id == Enrolment.person_id, CardMemory.card_id == ReleasedCard.card_id)
    .correlate(Enrolment, ReleasedCard)
)
_with_unmet_cards = Prepared(
    select(Enrolment.person_id)
    .where(among_given(Enrolment.person_id, "people"), exists().where(*_released_in, ~_met))
    .distinct(),
    across=True,
)
