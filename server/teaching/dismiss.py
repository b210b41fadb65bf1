"""Leaving a finding as it is, and taking that back."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.orm import Session

from server.store import card_sets, dismissals
from server.store.dismissals import Dismissal
from server.store.people import Person
from server.teaching.difference import faces_of
from server.teaching.refusal import NotThere
from server.teaching.set_health import wording
from server.teaching.sets import set_to_change


def dismiss(
    db: Session,
    author: Person,
    card_set_id: int,
    *,
    card_id: int,
    variant_id: int | None,
    code: str,
    reason: str,
    now: datetime,
) -> Dismissal:
    """The wording as it stands is meant so; a second time gives the other reason.

    Raises `NotThere` for a card or variant that the set has not.
    """
    set_to_change(db, card_set_id)
    card = card_sets.card(db, card_set_id, card_id)
    faces = faces_of(card) if card is not None and card.deleted_at is None else []
    face = next((one for one in faces if one["variant_id"] == variant_id), None)
    if face is None:
        raise NotThere
    text = wording(face)
    made = dismissals.one(db, card_id, code, text)
    if made is None:
        made = Dismissal(card_id=card_id, code=code, wording=text)
        db.add(made)
    made.reason, made.dismissed_by, made.dismissed_at = reason, author, now
    db.flush()
    return made


def take_back(db: Session, card_set_id: int, dismissal_id: int) -> None:
    """The finding is open again. Raises `NotThere`."""
    set_to_change(db, card_set_id)
    if not dismissals.take_back(db, card_set_id, dismissal_id):
        raise NotThere
