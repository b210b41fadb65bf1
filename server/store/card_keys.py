"""Keys of cards and variants, looked up without reading the set."""

from __future__ import annotations

from sqlalchemy import select, union_all
from sqlalchemy.orm import Session, selectinload

from server.store.card_sets import Card, CardVariant


def card_of(db: Session, card_set_id: int, key: str) -> Card | None:
    """The card of that key, deleted or not."""
    return db.scalar(
        select(Card)
        .options(selectinload(Card.variants))
        .where(Card.card_set_id == card_set_id, Card.key == key)
    )


def beginning_with(db: Session, card_set_id: int, stem: str) -> frozenset[str]:
    """The keys of the set's cards and variants that begin so, deleted ones too."""
    cards = select(Card.key).where(
        Card.card_set_id == card_set_id, Card.key.startswith(stem, autoescape=True)
    )
    variants = (
        select(CardVariant.key)
        .join(Card, Card.id == CardVariant.card_id)
        .where(Card.card_set_id == card_set_id, CardVariant.key.startswith(stem, autoescape=True))
    )
    return frozenset(db.scalars(union_all(cards, variants)))
