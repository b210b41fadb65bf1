"""What the next release of a set would change for learners."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from server.store import card_sets, releases
from server.store.card_sets import Card, CardSet
from server.store.releases import ReleasedCard


@dataclass(frozen=True, slots=True)
class Difference:
    """Ids of cards against the live release."""

    added: frozenset[int]
    changed: frozenset[int]
    removed: frozenset[int]

    def __bool__(self) -> bool:
        return bool(self.added or self.changed or self.removed)


def faces_of(card: Card) -> list[dict[str, Any]]:
    """All wordings of a card as they are sent, the card's own first."""
    variants = [variant for variant in card.variants if variant.deleted_at is None]
    return [
        {"variant_id": None, **card.face},
        *({"variant_id": variant.id, **variant.face} for variant in variants),
    ]


def change_of(card: Card, released: ReleasedCard | None) -> str | None:
    """`new` or `changed` against the card as released; None where the two say the same."""
    if released is None:
        return "new"
    said = (released.topic, released.tags, released.faces)
    return None if (card.topic, card.tags, faces_of(card)) == said else "changed"


def difference(cards: Iterable[Card], released: Iterable[ReleasedCard]) -> Difference:
    """Compares the cards in the making, without deleted ones, with those released."""
    then = {card.card_id: card for card in released}
    now = {card.id: change_of(card, then.get(card.id)) for card in cards}
    return Difference(
        added=frozenset(card_id for card_id, change in now.items() if change == "new"),
        changed=frozenset(card_id for card_id, change in now.items() if change == "changed"),
        removed=frozenset(then.keys() - now.keys()),
    )


def settle(db: Session, card_set: CardSet, now: datetime) -> None:
    """Notes after an edit when the cards last changed.

    An edit that brings back what is live counts for none: a deletion that was undone must not
    ask for a release that would change nothing.
    """
    db.flush()
    card_set.updated_at = now
    live = releases.live(db, [card_set.id]).get(card_set.id)
    if live is not None:
        cards = card_sets.cards(db, card_set.id)
        if not difference(cards, releases.cards_of(db, [live.id])):
            card_set.updated_at = live.released_at
