"""What a card said after each edit, by whom and when. The newest of a card is how it stands."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, UniqueConstraint, select
from sqlalchemy.orm import Mapped, Session, joinedload, mapped_column, relationship

from server.store.base import Base, OfOrganisation, RowId, row_id, table
from server.store.bulk import insert_rows
from server.store.card_sets import Card
from server.store.parts import in_parts
from server.store.people import Person


class CardVersion(OfOrganisation, Base):
    """A card with its variants as an edit left it.

    Nobody is named, and no time, for what a card said before its first edit: it came with a file.
    Saves that follow each other closely are one version: `begun_at` is the first of them.
    """

    __tablename__ = "card_versions"
    __table_args__ = (UniqueConstraint("card_id", "version"),)

    id: Mapped[row_id]
    card_id: Mapped[int] = mapped_column(RowId, ForeignKey("cards.id"))
    version: Mapped[int]
    face: Mapped[dict[str, Any]]
    variants: Mapped[list[Any]]
    topic: Mapped[str]
    tags: Mapped[list[Any]]
    edited_by_id: Mapped[int | None] = mapped_column(RowId, ForeignKey("people.id"))
    edited_at: Mapped[datetime | None]
    begun_at: Mapped[datetime | None]

    edited_by: Mapped[Person | None] = relationship(lazy="raise")


_versions = table(CardVersion)


def add(db: Session, rows: Sequence[dict[str, Any]]) -> None:
    """Inserts versions, each a dict of all columns but id and organisation."""
    insert_rows(db, _versions, rows)


def newest(db: Session, card_ids: Iterable[int]) -> dict[int, CardVersion]:
    """How each of these cards stands, as far as somebody edited it."""
    found: dict[int, CardVersion] = {}
    for some in in_parts(card_ids):
        rows = db.scalars(
            select(CardVersion)
            .join(Card, (Card.id == CardVersion.card_id) & (Card.version == CardVersion.version))
            .where(CardVersion.card_id.in_(some))
            # Versions are inserted in bulk, past the objects that the session holds.
            .execution_options(populate_existing=True)
        )
        found |= {one.card_id: one for one in rows}
    return found


def of_card(db: Session, card_id: int, *, before: int | None, limit: int) -> list[CardVersion]:
    """The versions of a card with their authors, newest first, from the one before `before`."""
    statement = (
        select(CardVersion)
        .options(joinedload(CardVersion.edited_by))
        .where(CardVersion.card_id == card_id)
        .order_by(CardVersion.version.desc())
        .limit(limit)
    )
    if before is not None:
        statement = statement.where(CardVersion.version < before)
    return list(db.scalars(statement))


def one(db: Session, card_id: int, version: int) -> CardVersion | None:
    """That version of the card."""
    return db.scalar(
        select(CardVersion).where(CardVersion.card_id == card_id, CardVersion.version == version)
    )
