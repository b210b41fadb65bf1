"""What a card said after each edit, and bringing that back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy.orm import Session

from server.store import card_sets, card_versions
from server.store.card_sets import Card
from server.store.card_versions import CardVersion
from server.store.people import Person
from server.store.sent_faces import sent_face
from server.teaching.difference import settle, variants_of
from server.teaching.refusal import NotThere
from server.teaching.sets import card_to_change

ONE_SITTING = timedelta(minutes=10)


@dataclass(frozen=True, slots=True)
class State:
    """Everything of a card that its author can change."""

    face: dict[str, Any]
    variants: list[dict[str, Any]]
    topic: str
    tags: list[str]


def state_of(card: Card) -> State:
    """How the card stands."""
    variants = [sent_face(face, variant_id=variant_id) for variant_id, face in variants_of(card)]
    return State(card.face, variants, card.topic, card.tags)


def remember(
    db: Session,
    before: Mapping[Card, State],
    author: Person | None,
    now: datetime,
    *,
    fold: bool = False,
) -> list[Card]:
    """Raises the version of each card that an edit changed, and keeps what it says now and before.

    With `fold` an edit joins the version that the same author began minutes ago: a save after
    every few words would bury the versions worth going back to. Gives the cards that changed.
    """
    db.flush()
    changed = [card for card, was in before.items() if state_of(card) != was]
    known = card_versions.newest(db, [card.id for card in changed])
    rows = []
    for card in changed:
        newest = known.get(card.id)
        if newest is None:
            rows.append(_row(card, before[card]))
        card.version += 1
        if fold and newest is not None and _same_sitting(newest, author, now):
            _renew(newest, card, now)
        else:
            rows.append(_row(card, state_of(card), author, now))
    db.flush()
    card_versions.add(db, rows)
    return changed


def begin(db: Session, card: Card, author: Person, now: datetime) -> None:
    """Keeps what a new card says."""
    card_versions.add(db, [_row(card, state_of(card), author, now)])


def restore(
    db: Session, author: Person, card_set_id: int, card_id: int, *, version: int, now: datetime
) -> Card:
    """Makes the card and its variants say what they said then. Raises `NotThere`."""
    card_set, card = card_to_change(db, card_set_id, card_id)
    then = card_versions.one(db, card_id, version)
    if then is None:
        raise NotThere
    was = state_of(card)
    card.face, card.topic, card.tags = then.face, then.topic, then.tags
    said = {one["variant_id"]: one for one in then.variants}
    for variant in card.variants:
        face = said.get(variant.id)
        if face is not None:
            variant.face = {name: value for name, value in face.items() if name != "variant_id"}
            variant.deleted_at = None
        elif variant.deleted_at is None:
            variant.deleted_at = now
    if remember(db, {card: was}, author, now):
        settle(db, card_set, author, now, [card])
    return card


def card_of(db: Session, card_set_id: int, card_id: int) -> Card:
    """The card, deleted or not. Raises `NotThere`."""
    card = card_sets.card(db, card_set_id, card_id)
    if card is None:
        raise NotThere
    return card


def _row(
    card: Card, state: State, author: Person | None = None, at: datetime | None = None
) -> dict[str, Any]:
    return {
        **asdict(state),
        "card_id": card.id,
        "version": card.version,
        "edited_by_id": author.id if author else None,
        "edited_at": at,
        "begun_at": at,
    }


def _same_sitting(newest: CardVersion, author: Person | None, now: datetime) -> bool:
    return (
        author is not None
        and newest.edited_by_id == author.id
        and newest.begun_at is not None
        and now - newest.begun_at < ONE_SITTING
    )


def _renew(newest: CardVersion, card: Card, now: datetime) -> None:
    state = state_of(card)
    newest.version = card.version
    newest.face, newest.variants = state.face, state.variants
    newest.topic, newest.tags = state.topic, state.tags
    newest.edited_at = now
