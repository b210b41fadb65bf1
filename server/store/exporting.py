"""The reads behind an export: everything of a set, a part at a time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from server.store import card_sets
from server.store.card_sets import Card, CardVariant
from server.store.releases import Release, ReleasedCard

AT_ONCE = 500
"""Cards held in memory at a time; a set may have tens of thousands."""


class Shown(NamedTuple):
    """A card as a release showed it, by the key that it has now."""

    key: str
    topic: str
    tags: list[Any]
    faces: list[dict[str, Any]]
    valid_until: date | None


def cards(db: Session, card_set_id: int) -> Iterator[Card]:
    """The set's cards in order, with their variants."""
    after: int | None = None
    while page := card_sets.cards(db, card_set_id, after=after, limit=AT_ONCE):
        yield from page
        after = page[-1].position


def releases(db: Session, card_set_id: int) -> list[Release]:
    """All releases, the oldest first."""
    return list(
        db.scalars(
            select(Release).where(Release.card_set_id == card_set_id).order_by(Release.number)
        )
    )


def keys_in(db: Session, release_id: int) -> list[str]:
    """The keys of a release's cards, in order."""
    return list(
        db.scalars(
            select(Card.key)
            .join(ReleasedCard, ReleasedCard.card_id == Card.id)
            .where(ReleasedCard.release_id == release_id)
            .order_by(ReleasedCard.position)
        )
    )


def changed_in(db: Session, release: Release) -> Iterator[Shown]:
    """The cards that a release brought or changed, in order."""
    after = -1
    statement = (
        select(Card.key, ReleasedCard)
        .join(Card, Card.id == ReleasedCard.card_id)
        .where(ReleasedCard.release_id == release.id, ReleasedCard.changed_in == release.number)
        .order_by(ReleasedCard.position)
        .limit(AT_ONCE)
    )
    while page := db.execute(statement.where(ReleasedCard.position > after)).all():
        for key, card in page:
            yield Shown(key, card.topic, card.tags, card.faces, card.valid_until)
            after = card.position


def repeated_keys(db: Session, card_set_id: int) -> set[str]:
    """Keys that more than one card or variant of the set bears: a variant's is of its card only."""
    own = select(Card.key).where(Card.card_set_id == card_set_id, Card.deleted_at.is_(None))
    others = (
        select(CardVariant.key)
        .join(Card, Card.id == CardVariant.card_id)
        .where(
            Card.card_set_id == card_set_id,
            Card.deleted_at.is_(None),
            CardVariant.deleted_at.is_(None),
        )
    )
    times = Counter([*db.scalars(own), *db.scalars(others)])
    return {key for key, count in times.items() if count > 1}


def variant_keys(db: Session, card_set_id: int) -> dict[int, str]:
    """The keys of all variants that the set ever had, by id."""
    rows = db.execute(
        select(CardVariant.id, CardVariant.key)
        .join(Card, Card.id == CardVariant.card_id)
        .where(Card.card_set_id == card_set_id)
    )
    return {row.id: row.key for row in rows}
