"""Releases: the snapshots of a set that learners see."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import ForeignKey, UniqueConstraint, func, select
from sqlalchemy.orm import Mapped, Session, aliased, joinedload, mapped_column, relationship

from server.store.base import Base, OfOrganisation, RowId, row_id
from server.store.card_sets import Card, CardSet
from server.store.people import Person


class Release(OfOrganisation, Base):
    """One release of a set, numbered from 1."""

    __tablename__ = "releases"
    __table_args__ = (UniqueConstraint("card_set_id", "number"),)

    id: Mapped[row_id]
    card_set_id: Mapped[int] = mapped_column(RowId, ForeignKey("card_sets.id"))
    number: Mapped[int]
    note: Mapped[str]
    released_by_id: Mapped[int] = mapped_column(RowId, ForeignKey("people.id"))
    released_at: Mapped[datetime]
    cards: Mapped[int]
    added: Mapped[int]
    changed: Mapped[int]
    removed: Mapped[int]

    released_by: Mapped[Person] = relationship(lazy="raise")


class ReleasedCard(OfOrganisation, Base):
    """A card as released. `faces` are all wordings in wire form, the card's own first.

    `changed_in` is the number of the release that last changed the text, so that a phone that
    knows an older release is sent only what differs. `turned_at` is when a release last touched
    memory of the card, so that an answer from before that is known as such without a query.
    After `valid_until` the card is not asked any more. Cards of one `kin` were made of one note.
    """

    __tablename__ = "released_cards"

    release_id: Mapped[int] = mapped_column(RowId, ForeignKey("releases.id"), primary_key=True)
    card_id: Mapped[int] = mapped_column(
        RowId, ForeignKey("cards.id"), primary_key=True, index=True
    )
    position: Mapped[int]
    topic: Mapped[str]
    tags: Mapped[list[Any]]
    faces: Mapped[list[Any]]
    changed_in: Mapped[int]
    turned_at: Mapped[datetime | None]
    valid_until: Mapped[date | None]
    kin: Mapped[str] = mapped_column(default="", server_default="")


def release(db: Session, release_id: int) -> Release | None:
    """One release."""
    return db.scalar(select(Release).where(Release.id == release_id))


def releases_of(db: Session, card_set_id: int, *, before: int | None, limit: int) -> list[Release]:
    """Releases of a set, newest first, from the one before number `before`."""
    statement = (
        select(Release)
        .options(joinedload(Release.released_by))
        .where(Release.card_set_id == card_set_id)
        .order_by(Release.number.desc())
        .limit(limit)
    )
    if before is not None:
        statement = statement.where(Release.number < before)
    return list(db.scalars(statement))


def live(db: Session, card_set_ids: Iterable[int]) -> dict[int, Release]:
    """The live release of each set that has one."""
    rows = db.scalars(
        select(Release)
        .join(CardSet, CardSet.live_release_id == Release.id)
        .where(CardSet.id.in_(list(card_set_ids)))
    )
    return {row.card_set_id: row for row in rows}


def next_number(db: Session, card_set_id: int) -> int:
    """The number the next release of the set gets."""
    last = db.scalar(select(func.max(Release.number)).where(Release.card_set_id == card_set_id))
    return (last or 0) + 1


def cards_of(db: Session, release_ids: Sequence[int]) -> list[ReleasedCard]:
    """All cards of these releases, in order."""
    return list(
        db.scalars(
            select(ReleasedCard)
            .where(ReleasedCard.release_id.in_(release_ids))
            .order_by(ReleasedCard.release_id, ReleasedCard.position)
        )
    )


def some_cards_of(db: Session, release_id: int, card_ids: Iterable[int]) -> dict[int, ReleasedCard]:
    """Those of these cards that the release holds."""
    found = db.scalars(
        select(ReleasedCard).where(
            ReleasedCard.release_id == release_id, ReleasedCard.card_id.in_(list(card_ids))
        )
    )
    return {card.card_id: card for card in found}


def returning(db: Session, card_set_id: int, live_id: int) -> dict[int, ReleasedCard]:
    """Cards of the set that learners once had and have no more, as they were last released."""
    latest = aliased(ReleasedCard)
    last = (
        select(func.max(latest.release_id))
        .where(latest.card_id == ReleasedCard.card_id)
        .correlate(ReleasedCard)
        .scalar_subquery()
    )
    found = db.scalars(
        select(ReleasedCard)
        .join(Card, Card.id == ReleasedCard.card_id)
        .where(
            Card.card_set_id == card_set_id,
            Card.deleted_at.is_(None),
            ReleasedCard.release_id == last,
            ReleasedCard.release_id != live_id,
        )
    )
    return {card.card_id: card for card in found}


def of_number(db: Session, card_set_id: int, number: int) -> Release | None:
    """The set's release of that number."""
    return db.scalar(
        select(Release)
        .options(joinedload(Release.released_by))
        .where(Release.card_set_id == card_set_id, Release.number == number)
    )


def order_of(db: Session, release_id: int) -> list[int]:
    """The ids of the release's cards as they stand in it."""
    return list(
        db.scalars(
            select(ReleasedCard.card_id)
            .where(ReleasedCard.release_id == release_id)
            .order_by(ReleasedCard.position)
        )
    )


def card_ids_of(db: Session, release_ids: Sequence[int]) -> set[int]:
    """The ids of all cards of these releases."""
    return set(
        db.scalars(select(ReleasedCard.card_id).where(ReleasedCard.release_id.in_(release_ids)))
    )
