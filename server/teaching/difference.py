"""What the next release of a set would change for learners."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from server.store import against_release, card_order, releases, set_authors
from server.store.card_sets import Card, CardSet
from server.store.people import Person
from server.store.releases import ReleasedCard
from server.store.sent_faces import all_faces


@dataclass(frozen=True, slots=True)
class Difference:
    """Ids of cards against the live release, and whether those that stay changed places."""

    added: frozenset[int]
    changed: frozenset[int]
    removed: frozenset[int]
    reordered: bool

    def __bool__(self) -> bool:
        return bool(self.added or self.changed or self.removed or self.reordered)


def faces_of(card: Card) -> list[dict[str, Any]]:
    """All wordings of a card as they are sent, the card's own first."""
    return all_faces(card.face, card.credits, variants_of(card))


def variants_of(card: Card) -> list[tuple[int, dict[str, Any]]]:
    """The other wordings of a card, each with its id."""
    return [(one.id, one.face) for one in card.variants if one.deleted_at is None]


def change_of(card: Card, released: ReleasedCard | None) -> str | None:
    """`new` or `changed` against the card as released; None where the two say the same."""
    if released is None:
        return "new"
    said = (released.topic, released.tags, released.faces, released.valid_until)
    now = (card.topic, card.tags, faces_of(card), card.valid_until)
    return None if now == said else "changed"


def difference(cards: Iterable[Card], released: Iterable[ReleasedCard]) -> Difference:
    """Compares the cards in the making, without deleted ones, with those released, in order."""
    then = {card.card_id: card for card in released}
    now = {card.id: change_of(card, then.get(card.id)) for card in cards}
    return Difference(
        added=frozenset(card_id for card_id, change in now.items() if change == "new"),
        changed=frozenset(card_id for card_id, change in now.items() if change == "changed"),
        removed=frozenset(then.keys() - now.keys()),
        reordered=[one for one in now if one in then] != [one for one in then if one in now],
    )


def settle(
    db: Session,
    card_set: CardSet,
    author: Person | None,
    now: datetime,
    edited: Collection[Card] | None = None,
) -> None:
    """Notes after an edit who changed the cards, if a person did, and when they last changed.

    An edit that brings back what is live counts for none: a deletion that was undone must not
    ask for a release that would change nothing. Who knows which cards were `edited` says so: then
    the rest of a large set is looked at only when those cards say again what is live.
    """
    if author is not None:
        set_authors.note(db, card_set.id, author.id, now)
    db.flush()
    live = releases.live(db, [card_set.id]).get(card_set.id)
    was_settled = live is not None and card_set.updated_at == live.released_at
    card_set.updated_at = now
    if live is None:
        return
    if edited is not None:
        if _any_differs(db, live.id, edited):
            return
        if was_settled:
            card_set.updated_at = live.released_at
            return
    if not _set_differs(db, card_set.id, live.id):
        card_set.updated_at = live.released_at


def _any_differs(db: Session, release_id: int, cards: Collection[Card]) -> bool:
    released = releases.some_cards_of(db, release_id, [card.id for card in cards])
    return any(_differs(card, released.get(card.id)) for card in cards)


def _differs(card: Card, released: ReleasedCard | None) -> bool:
    if card.deleted_at is not None:
        return released is not None
    return change_of(card, released) is not None


def _set_differs(db: Session, card_set_id: int, release_id: int) -> bool:
    """Whether any card differs; of a large set only as much is read as it takes to know."""
    if releases.order_of(db, release_id) != card_order.in_order(db, card_set_id):
        return True
    return any(now != then for now, then in against_release.pairs(db, card_set_id, release_id))
