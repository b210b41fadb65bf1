"""A set laid beside its live release, card by card, without building objects of thousands."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from server.store.card_sets import Card, CardVariant
from server.store.releases import ReleasedCard
from server.store.sent_faces import all_faces

AT_ONCE = 500


class Said(NamedTuple):
    """All of a card that learners are sent."""

    topic: str
    tags: list[Any]
    faces: list[Any]
    valid_until: date | None


def pairs(db: Session, card_set_id: int, release_id: int) -> Iterator[tuple[Said, Said]]:
    """What each card that is in both says now, and what it said when released.

    Ends as soon as nobody asks for more: most callers know enough at the first difference.
    """
    variants = _variants(db, card_set_id)
    rows = db.execute(
        select(
            Card.id, Card.topic, Card.tags, Card.face, Card.credits, Card.valid_until,
            ReleasedCard.topic, ReleasedCard.tags, ReleasedCard.faces, ReleasedCard.valid_until,
        )
        .join(ReleasedCard, ReleasedCard.card_id == Card.id)
        .where(
            Card.card_set_id == card_set_id,
            Card.deleted_at.is_(None),
            ReleasedCard.release_id == release_id,
        )
        .execution_options(yield_per=AT_ONCE)
    )  # fmt: skip
    with rows:
        for card_id, topic, tags, face, thanked, valid_until, *then in rows:
            faces = all_faces(face, thanked, variants.get(card_id, ()))
            yield Said(topic, tags, faces, valid_until), Said(*then)


def _variants(db: Session, card_set_id: int) -> dict[int, list[tuple[int, dict[str, Any]]]]:
    found: defaultdict[int, list[tuple[int, dict[str, Any]]]] = defaultdict(list)
    rows = db.execute(
        select(CardVariant.card_id, CardVariant.id, CardVariant.face)
        .join(Card, Card.id == CardVariant.card_id)
        .where(Card.card_set_id == card_set_id, CardVariant.deleted_at.is_(None))
        .order_by(CardVariant.id)
    )
    for card_id, variant_id, face in rows:
        found[card_id].append((variant_id, face))
    return found
