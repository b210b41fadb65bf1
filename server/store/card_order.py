"""Where cards stand in their set. Call with the set held: places are given out one at a time."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from server.store.card_sets import Card

ROOM = 1_000
"""What opens up where a place is needed and none is free, so that it is not needed again soon."""


def last(db: Session, card_set_id: int) -> int:
    """The place of the last card, deleted ones too; -1 in an empty set."""
    place = db.scalar(select(func.max(Card.position)).where(Card.card_set_id == card_set_id))
    return -1 if place is None else place


def place(db: Session, card_set_id: int, card_id: int) -> int | None:
    """The place of a card of the set, deleted or not."""
    return db.scalar(
        select(Card.position).where(Card.card_set_id == card_set_id, Card.id == card_id)
    )


def next_taken(
    db: Session, card_set_id: int, after: int, besides: Iterable[int] = ()
) -> int | None:
    """The first place behind `after` where a card stands, deleted ones too."""
    return db.scalar(
        select(func.min(Card.position)).where(
            Card.card_set_id == card_set_id,
            Card.position > after,
            Card.id.not_in(list(besides)),
        )
    )


def make_room(db: Session, card_set_id: int, after: int, cards: int) -> None:
    """Moves everything behind `after` on, in one statement, however many cards that are."""
    db.execute(
        update(Card)
        .where(Card.card_set_id == card_set_id, Card.position > after)
        .values(position=Card.position + cards + ROOM)
        .execution_options(synchronize_session=False)
    )


def in_order(db: Session, card_set_id: int) -> list[int]:
    """The ids of the set's cards as they stand, deleted ones left out."""
    return list(
        db.scalars(
            select(Card.id)
            .where(Card.card_set_id == card_set_id, Card.deleted_at.is_(None))
            .order_by(Card.position)
        )
    )


def put(db: Session, positions: Mapping[int, int]) -> None:
    """Gives these cards their places."""
    if positions:
        db.execute(
            update(Card),
            [{"id": card_id, "position": place} for card_id, place in positions.items()],
        )
