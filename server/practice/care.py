"""What a learner says about a card goes to whoever looks after it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from server.store import answering, changes, contributions
from server.store.care import Contribution, InboxItem, Kind, State
from server.store.people import Learner


@dataclass(frozen=True, slots=True)
class Handed:
    """What goes with everything that is handed in.

    `key` is the phone's own id: handed in again under it, nothing is added. `named` says that the
    name may be told to authors, and on the card.
    """

    now: datetime
    key: UUID | None = None
    note: str = ""
    named: bool = False


def flag(
    db: Session, learner: Learner, card_id: int, reason: str, handed: Handed
) -> Contribution | None:
    """Keeps a flag; None when the card is not in a campaign of the learner.

    Flags wait together: those of several learners on one card are decided at once.
    """
    about, earlier = _begin(db, learner, card_id, handed)
    if about is None or earlier is not None:
        return earlier
    card_set_id = contributions.set_of_held_card(db, card_id)
    item = contributions.open_item(db, card_id, Kind.FLAG)
    if item is None:
        item = _item(db, Kind.FLAG, card_set_id, handed, card_id=card_id)
    return _keep(
        db, learner, item, handed, about=about, card_id=card_id, reason=reason, proposal={}
    )


def suggest(
    db: Session,
    learner: Learner,
    card_id: int,
    *,
    proposal: dict[str, Any],
    handed: Handed,
    reason: str = "",
    variant_id: int | None = None,
) -> Contribution | None:
    """Keeps a better text for one wording of a card, its own or a variant.

    None when the card is not in a campaign of the learner, or never had that wording.
    A report that comes with it is no flag beside it: one decision answers both.
    """
    about, earlier = _begin(db, learner, card_id, handed, variant_id)
    if about is None or earlier is not None:
        return earlier
    card_set_id = contributions.set_of_held_card(db, card_id)
    item = _item(
        db, Kind.SUGGESTION, card_set_id, handed, card_id=card_id, card_variant_id=variant_id
    )
    return _keep(
        db, learner, item, handed, about=about, card_id=card_id, reason=reason, proposal=proposal
    )


def propose(
    db: Session,
    learner: Learner,
    card_set_id: int,
    *,
    topic: str,
    proposal: dict[str, Any],
    handed: Handed,
) -> Contribution | None:
    """Keeps a new card; None when the set is not in a campaign of the learner."""
    answering.take_turn(db, learner.id)
    earlier = _earlier(db, learner, handed)
    if earlier is not None:
        return earlier
    if card_set_id not in {live.card_set_id for live in changes.live_sets(db, learner.id)}:
        return None
    item = _item(db, Kind.PROPOSAL, card_set_id, handed, topic=topic)
    return _keep(db, learner, item, handed, about=proposal["prompt"], proposal=proposal)


def _begin(
    db: Session, learner: Learner, card_id: int, handed: Handed, variant_id: int | None = None
) -> tuple[str | None, Contribution | None]:
    """The question as the learner sees it, and what was handed in under the same key before.

    A phone may not have heard that its wording is gone; what was written about it still counts.
    """
    answering.take_turn(db, learner.id)
    earlier = _earlier(db, learner, handed)
    card = answering.answerable(db, learner.id, [card_id]).get(card_id)
    if card is None:
        return None, earlier
    faces = card.faces
    if all(face["variant_id"] != variant_id for face in faces):
        faces = answering.earlier_faces(db, [card_id]).get(card_id, [])
    asked = (face["prompt"] for face in faces if face["variant_id"] == variant_id)
    return next(asked, None), earlier


def _earlier(db: Session, learner: Learner, handed: Handed) -> Contribution | None:
    return contributions.of_key(db, learner.id, handed.key) if handed.key else None


def _item(db: Session, kind: Kind, card_set_id: int, handed: Handed, **more: Any) -> InboxItem:
    item = InboxItem(
        kind=kind, state=State.OPEN, card_set_id=card_set_id, raised_at=handed.now, **more
    )
    db.add(item)
    db.flush()
    return item


def _keep(
    db: Session, learner: Learner, item: InboxItem, handed: Handed, **more: Any
) -> Contribution:
    row = Contribution(
        key=handed.key,
        person_id=learner.id,
        item_id=item.id,
        kind=item.kind,
        note=handed.note,
        named=handed.named,
        created_at=handed.now,
        **more,
    )
    db.add(row)
    db.flush()
    return row
