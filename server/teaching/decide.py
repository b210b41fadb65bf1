"""Deciding what came in: accepting, declining, and coming back on it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from content.card import to_json
from server.store import contributions, inbox
from server.store.card_sets import Card
from server.store.care import InboxItem, Kind, State
from server.store.people import Person
from server.teaching import edit_card, edit_variants
from server.teaching.card_history import card_of
from server.teaching.inbox import entries, one, wording_of
from server.teaching.refusal import NotThere, Refused
from server.teaching.sets import card_to_change, set_to_change, take_out

MOST_CREDITS = 3
"""So many names stand on a card, the latest; more would be read instead of the explanation."""


class Answered(Exception):
    """Somebody else decided the item first. `item` is how it stands."""

    def __init__(self, item: InboxItem, card: Card | None) -> None:
        super().__init__(item.id)
        self.item = item
        self.card = card


def accept(
    db: Session,
    author: Person,
    item_id: int,
    *,
    face: Mapping[str, Any] | None,
    version: int | None,
    answer: str,
    now: datetime,
) -> None:
    """Takes over what was proposed, or `face` instead of it; the card changes with the item.

    Of a flag or a failing card without a `face` it says that the texts were mended elsewhere.
    `version` is that of the card that the author saw. Raises `Answered`, `NotThere`, and all that
    `edit_card` raises.
    """
    item, card = _open(db, author, item_id)
    wanted = face if face is not None else _proposed(db, item, card)
    if item.kind == Kind.PROPOSAL:
        _make(db, author, item, wanted, now=now)
    elif wanted is not None:
        _mend(db, author, item, card, face=wanted, version=version, now=now)
    _close(item, State.ACCEPTED, author, answer, now)
    db.flush()


def decline(db: Session, author: Person, item_id: int, reason: str, now: datetime) -> None:
    """Leaves the card as it is; whoever proposed something reads why. Raises `Answered`."""
    item, _ = _open(db, author, item_id)
    _close(item, State.DECLINED, author, reason, now)
    db.flush()


def reopen(db: Session, author: Person, item_id: int, now: datetime) -> None:
    """Takes a decision back, and with it what it did to the card. Raises `NotThere`.

    Raises `Refused` where the card was changed since: that text would be lost.
    """
    item, card = one(db, author, item_id)
    if item.state == State.OPEN:
        return
    if item.undo is not None:
        _put_back(db, author, item, card, now=now)
    if item.card_id is not None and item.kind in {Kind.FLAG, Kind.FAILING}:
        contributions.set_of_held_card(db, item.card_id)
        newer = contributions.open_item(db, item.card_id, Kind(item.kind))
        if newer is not None:
            inbox.take_over(db, item, newer)
    item.state, item.reason = State.OPEN, ""
    item.decided_at = item.decided_by = item.decided_by_id = item.undo = None
    db.flush()


def _open(db: Session, author: Person, item_id: int) -> tuple[InboxItem, Card | None]:
    item, card = one(db, author, item_id)
    if item.state != State.OPEN:
        raise Answered(item, card)
    return item, card


def _proposed(db: Session, item: InboxItem, card: Card | None) -> Mapping[str, Any] | None:
    (entry,) = entries(db, [(item, card)])
    return None if entry.proposed is None else to_json(entry.proposed)


def _make(
    db: Session, author: Person, item: InboxItem, face: Mapping[str, Any] | None, *, now: datetime
) -> None:
    if face is None:
        raise NotThere
    made = edit_card.create(
        db, author, item.card_set_id, face=face, topic=item.topic, tags=[], after=None, now=now
    )
    made.credits = inbox.credited(db, item.id)[-MOST_CREDITS:]
    item.card_id = made.id
    item.undo = {"version": made.version}


def _mend(
    db: Session,
    author: Person,
    item: InboxItem,
    card: Card | None,
    *,
    face: Mapping[str, Any],
    version: int | None,
    now: datetime,
) -> None:
    if card is None or card.deleted_at is not None:
        raise NotThere
    if version is None:
        raise Refused("version", "field-required")
    # Held before it is touched: every edit takes the set first, and of two orders comes a deadlock.
    _, card = card_to_change(db, card.card_set_id, card.id)
    before = {"face": wording_of(item, card), "credits": card.credits}
    if item.kind == Kind.SUGGESTION:
        names = dict.fromkeys([*(card.credits or []), *inbox.credited(db, item.id)])
        card.credits = list(names)[-MOST_CREDITS:] or None
    changed = _write(db, author, item, card, face=face, version=version, now=now)
    item.undo = {"version": changed.version, **before}


def _put_back(
    db: Session,
    author: Person,
    item: InboxItem,
    card: Card | None,
    *,
    now: datetime,
) -> None:
    undo = item.undo or {}
    set_to_change(db, item.card_set_id)
    card = card and card_of(db, item.card_set_id, card.id)
    if card is None or card.version != undo["version"] or card.deleted_at is not None:
        raise Refused("item", "inbox-card-went-on")
    if item.kind == Kind.PROPOSAL:
        take_out(db, author, card.card_set_id, card.id, now)
        item.card_id = None
        return
    card.credits = undo["credits"]
    _write(db, author, item, card, face=undo["face"], version=card.version, now=now)


def _write(
    db: Session,
    author: Person,
    item: InboxItem,
    card: Card,
    *,
    face: Mapping[str, Any],
    version: int,
    now: datetime,
) -> Card:
    where = (db, author, card.card_set_id, card.id)
    if item.card_variant_id is not None:
        variant_id = item.card_variant_id
        return edit_variants.change_variant(*where, variant_id, face=face, version=version, now=now)
    return edit_card.change(
        *where, face=face, topic=card.topic, tags=card.tags, version=version, now=now
    )


def _close(item: InboxItem, state: State, author: Person, answer: str, now: datetime) -> None:
    item.state, item.reason = state, answer
    item.decided_at, item.decided_by = now, author
