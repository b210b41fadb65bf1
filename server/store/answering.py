"""The read behind recording: may this learner answer these cards, and in which wording?"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple

from sqlalchemy import bindparam, func, select
from sqlalchemy.orm import Session

from server.store.base import table
from server.store.campaigns import Campaign, CampaignCardSet, Enrolment
from server.store.card_sets import Card
from server.store.people import Person
from server.store.releases import ReleasedCard

_campaigns, _sets_in, _enrolments = table(Campaign), table(CampaignCardSet), table(Enrolment)
_cards, _released, _people = table(Card), table(ReleasedCard), table(Person)

_other = _released.alias()
_latest = (
    select(func.max(_other.c.release_id))
    .where(_other.c.card_id == _released.c.card_id)
    .scalar_subquery()
)
_answerable = (
    select(_released.c.card_id, _released.c.faces, _campaigns.c.policy)
    .select_from(_enrolments)
    .join(_campaigns, _campaigns.c.id == _enrolments.c.campaign_id)
    .join(_sets_in, _sets_in.c.campaign_id == _campaigns.c.id)
    .join(_cards, _cards.c.card_set_id == _sets_in.c.card_set_id)
    .join(_released, _released.c.card_id == _cards.c.id)
    .where(
        _enrolments.c.organisation_id == bindparam("organisation_id"),
        _enrolments.c.person_id == bindparam("person"),
        _cards.c.id.in_(bindparam("cards", expanding=True)),
        _released.c.release_id == _latest,
    )
)
_lock = (
    select(_people.c.id)
    .where(
        _people.c.organisation_id == bindparam("organisation_id"),
        _people.c.id == bindparam("person"),
    )
    .with_for_update(key_share=True)
)


class Answerable(NamedTuple):
    """A card the learner may answer: its faces, and the strictest target of the campaigns."""

    faces: list[dict[str, Any]]
    desired_recall: float


def answerable(db: Session, person_id: int, card_ids: Iterable[int]) -> dict[int, Answerable]:
    """Those of the cards that are in a campaign of the learner.

    The latest release that holds the card counts, live or not: an answer given without network
    to a card that was removed meanwhile is still an answer.
    """
    rows = db.execute(_answerable, {"person": person_id, "cards": list(card_ids)})
    found: dict[int, Answerable] = {}
    for card_id, faces, policy in rows:
        target = float(policy["desired_recall"])
        known = found.get(card_id)
        found[card_id] = Answerable(faces, max(target, known.desired_recall if known else 0.0))
    return found


def take_turn(db: Session, person_id: int) -> None:
    """Waits until no other upload of this learner is under way.

    Two that fold the same memory at once would lose the answers of one. SQLite has one writer
    anyway; on PostgreSQL the learner's row is locked, gently: foreign keys may still point at it.
    """
    db.execute(_lock, {"person": person_id})
