"""One change to many cards at once."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from server.store.card_sets import Card
from server.store.people import Person
from server.teaching.card_faces import fit_tags, fit_topic
from server.teaching.card_history import remember, state_of
from server.teaching.difference import settle
from server.teaching.sets import set_to_change, some_of_set


@dataclass(frozen=True, slots=True)
class Bulk:
    """What is to be done; None leaves a thing as it is. `delete` may be False: put back."""

    topic: str | None = None
    add_tags: Collection[str] = ()
    remove_tags: Collection[str] = ()
    language: str | None = None
    delete: bool | None = None


def bulk_edit(
    db: Session,
    author: Person,
    card_set_id: int,
    card_ids: Collection[int],
    bulk: Bulk,
    *,
    now: datetime,
) -> list[Card]:
    """Does it to all of these cards or to none; gives those that changed.

    Raises `NotThere`, `Unfit`, and `Refused` where a card is not of the set.
    """
    card_set = set_to_change(db, card_set_id)
    cards = some_of_set(db, card_set_id, card_ids)
    before = {card: state_of(card) for card in cards}
    deleted = {card.id: card.deleted_at for card in cards}
    for card in cards:
        _apply(bulk, card, now)
    rewritten = remember(db, before, author, now)
    changed = [card for card in cards if card in rewritten or card.deleted_at != deleted[card.id]]
    if changed:
        settle(db, card_set, author, now, changed)
    return changed


def _apply(bulk: Bulk, card: Card, now: datetime) -> None:
    if bulk.topic is not None:
        card.topic = fit_topic(bulk.topic)
    if bulk.add_tags or bulk.remove_tags:
        gone = set(fit_tags(bulk.remove_tags))
        kept = [tag for tag in card.tags if tag not in gone]
        card.tags = fit_tags([*kept, *bulk.add_tags])
    if bulk.language is not None:
        card.face = {**card.face, "language": bulk.language}
    if bulk.delete is not None:
        card.deleted_at = (card.deleted_at or now) if bulk.delete else None
