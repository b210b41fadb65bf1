"""What learners handed in, as they see it themselves."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy import ColumnElement, func, or_, select, update
from sqlalchemy.orm import Session, contains_eager

from server.store.card_sets import Card
from server.store.care import Contribution, InboxItem, Kind, State


def of_key(db: Session, person_id: int, key: UUID) -> Contribution | None:
    """What the person handed in under the phone's own id."""
    return db.scalar(
        select(Contribution).where(Contribution.person_id == person_id, Contribution.key == key)
    )


def set_of_held_card(db: Session, card_id: int) -> int:
    """The set of a card, which is held: of two first flags on it, one makes the item.

    SQLite has no locks on rows; there every transaction already waits for the one before.
    """
    statement = select(Card.card_set_id).where(Card.id == card_id)
    return db.scalars(statement.with_for_update(key_share=True)).one()


def open_item(db: Session, card_id: int, kind: Kind) -> InboxItem | None:
    """The open item of that kind on a card."""
    return db.scalar(
        select(InboxItem).where(
            InboxItem.card_id == card_id, InboxItem.kind == kind, InboxItem.state == State.OPEN
        )
    )


def of_person(db: Session, person_id: int, *, before: int | None, limit: int) -> list[Contribution]:
    """What the person handed in with what became of it, newest first, from before id `before`."""
    statement = (
        select(Contribution)
        .join(Contribution.item)
        .options(contains_eager(Contribution.item))
        .where(Contribution.person_id == person_id)
        .order_by(Contribution.id.desc())
        .limit(limit)
    )
    if before is not None:
        statement = statement.where(Contribution.id < before)
    return list(db.scalars(statement))


def unseen(db: Session, person_id: int) -> int:
    """How many of the person's were decided since the person last looked."""
    statement = (
        select(func.count())
        .select_from(Contribution)
        .join(InboxItem, InboxItem.id == Contribution.item_id)
        .where(Contribution.person_id == person_id, _not_seen())
    )
    return db.scalar(statement) or 0


def mark_seen(db: Session, person_id: int, now: datetime) -> None:
    """The person looked, and so has seen what was decided; years of it are not written anew."""
    news = (
        select(Contribution.id)
        .join(InboxItem, InboxItem.id == Contribution.item_id)
        .where(Contribution.person_id == person_id, _not_seen())
    )
    db.execute(
        update(Contribution)
        .where(Contribution.id.in_(news))
        .values(seen_at=now)
        .execution_options(synchronize_session=False)
    )


def _not_seen() -> ColumnElement[bool]:
    return (InboxItem.state != State.OPEN) & or_(
        Contribution.seen_at.is_(None), Contribution.seen_at < InboxItem.decided_at
    )
