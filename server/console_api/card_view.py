"""A card as the API shows it to its authors."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy.orm import Session

from server.store import releases
from server.store.card_sets import Card
from server.store.releases import ReleasedCard
from server.teaching.difference import change_of, faces_of


def shown(db: Session, card_set_id: int, cards: Sequence[Card]) -> list[dict[str, Any]]:
    """These cards of the set, each with what learners do not have of it yet."""
    live = releases.live(db, [card_set_id]).get(card_set_id)
    ids = [card.id for card in cards]
    released = releases.some_cards_of(db, live.id, ids) if live else {}
    return [_card(card, released.get(card.id)) for card in cards]


def one(db: Session, card: Card) -> dict[str, Any]:
    """One card."""
    (found,) = shown(db, card.card_set_id, [card])
    return found


def _card(card: Card, released: ReleasedCard | None) -> dict[str, Any]:
    face, *variants = faces_of(card)
    return {
        "id": card.id,
        "key": card.key,
        "topic": card.topic,
        "tags": card.tags,
        "position": card.position,
        "face": face,
        "variants": variants,
        "changed": change_of(card, released),
        "version": card.version,
        "valid_until": card.valid_until,
    }
