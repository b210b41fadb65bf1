"""A set as a file that comes back in as the same set."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sqlalchemy.orm import Session

from content.card import from_json
from content.exchange import csv_out
from content.exchange.reading import Draft
from server.store import card_sets
from server.store.card_sets import Card


def as_csv(db: Session, card_set_id: int) -> bytes:
    """The cards as their authors last wrote them, each with its variants behind it."""
    return csv_out.write(_drafts(card_sets.cards(db, card_set_id)))


def _drafts(cards: Sequence[Card]) -> Iterator[Draft]:
    row = 1
    for card in cards:
        row += 1
        yield Draft(card.key, None, from_json(card.face), card.topic, tuple(card.tags), row)
        for variant in card.variants:
            if variant.deleted_at is None:
                row += 1
                yield Draft(variant.key, card.key, from_json(variant.face), "", (), row)
