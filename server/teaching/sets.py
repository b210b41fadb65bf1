"""Making and naming sets, taking cards out and putting them back."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from server.store import card_sets, releases
from server.store.card_sets import Card, CardSet
from server.store.people import Person
from server.store.releases import Release
from server.teaching.difference import settle
from server.teaching.refusal import NotThere, Refused


@dataclass(frozen=True, slots=True)
class Overview:
    """A set as it stands in a list."""

    card_set: CardSet
    cards: int
    live: Release | None

    @property
    def changed_since_release(self) -> bool:
        """Whether learners see something else than the author does."""
        if self.live is None:
            return self.cards > 0
        return self.card_set.updated_at != self.live.released_at


def create(db: Session, owner: Person, title: str, language: str, now: datetime) -> CardSet:
    """A new set without cards."""
    card_set = CardSet(title=title, language=language, owner=owner, created_at=now, updated_at=now)
    db.add(card_set)
    db.flush()
    return card_set


def the_set(db: Session, card_set_id: int) -> CardSet:
    """The set. Raises `NotThere`."""
    card_set = card_sets.card_set(db, card_set_id)
    if card_set is None:
        raise NotThere
    return card_set


def set_to_change(db: Session, card_set_id: int) -> CardSet:
    """The set, held for this transaction. Raises `NotThere`."""
    card_set = card_sets.locked(db, card_set_id)
    if card_set is None:
        raise NotThere
    return card_set


def overviews(db: Session, sets: Sequence[CardSet]) -> list[Overview]:
    """Adds to each set what a list shows, in two statements."""
    ids = [one.id for one in sets]
    counts = card_sets.card_counts(db, ids)
    live = releases.live(db, ids)
    return [Overview(one, counts.get(one.id, 0), live.get(one.id)) for one in sets]


def take_out(db: Session, author: Person, card_set_id: int, card_id: int, now: datetime) -> None:
    """Deletes a card; learners keep it until the next release. Raises `NotThere`."""
    card_set, card = _card(db, card_set_id, card_id)
    if card.deleted_at is None:
        card.deleted_at = now
        settle(db, card_set, author, now, [card])


def put_back(db: Session, author: Person, card_set_id: int, card_id: int, now: datetime) -> Card:
    """Undoes a deletion. Raises `NotThere`."""
    card_set, card = _card(db, card_set_id, card_id)
    if card.deleted_at is not None:
        card.deleted_at = None
        settle(db, card_set, author, now, [card])
    return card


def card_to_change(db: Session, card_set_id: int, card_id: int) -> tuple[CardSet, Card]:
    """The card with its set, held for this transaction. Raises `NotThere`, as for a deleted one."""
    card_set, card = _card(db, card_set_id, card_id)
    if card.deleted_at is not None:
        raise NotThere
    return card_set, card


def some_of_set(
    db: Session, card_set_id: int, card_ids: Collection[int], *, where: str = "card_ids"
) -> list[Card]:
    """These cards, deleted ones too. Raises `Refused` at `where` when one is not of the set."""
    found = card_sets.of_set(db, card_set_id, card_ids)
    if len(found) != len(set(card_ids)):
        raise Refused(where, "edit-unknown-cards")
    return found


def _card(db: Session, card_set_id: int, card_id: int) -> tuple[CardSet, Card]:
    card_set = set_to_change(db, card_set_id)
    card = card_sets.card(db, card_set_id, card_id)
    if card is None:
        raise NotThere
    return card_set, card
