"""Findings about a card that an author wants left as they are."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, UniqueConstraint, delete, select
from sqlalchemy.orm import Mapped, Session, joinedload, mapped_column, relationship

from server.store.base import Base, OfOrganisation, RowId, row_id
from server.store.card_sets import Card
from server.store.people import Person


class Dismissal(OfOrganisation, Base):
    """One kind of finding about one wording, meant so.

    `wording` is a digest of the face: once the text changes, the finding comes back.
    """

    __tablename__ = "dismissals"
    __table_args__ = (UniqueConstraint("card_id", "code", "wording"),)

    id: Mapped[row_id]
    card_id: Mapped[int] = mapped_column(RowId, ForeignKey("cards.id"))
    code: Mapped[str]
    wording: Mapped[str]
    reason: Mapped[str]
    dismissed_by_id: Mapped[int] = mapped_column(RowId, ForeignKey("people.id"))
    dismissed_at: Mapped[datetime]

    dismissed_by: Mapped[Person] = relationship(lazy="raise")


def of_set(db: Session, card_set_id: int) -> list[Dismissal]:
    """Those about the set's cards, with who made them."""
    return list(
        db.scalars(
            select(Dismissal)
            .options(joinedload(Dismissal.dismissed_by))
            .join(Card, Card.id == Dismissal.card_id)
            .where(Card.card_set_id == card_set_id)
            .order_by(Dismissal.id)
        )
    )


def of_card(db: Session, card_id: int) -> set[tuple[str, str]]:
    """The (code, wording) dismissed about a card."""
    rows = db.execute(select(Dismissal.code, Dismissal.wording).where(Dismissal.card_id == card_id))
    return {(code, wording) for code, wording in rows}


def one(db: Session, card_id: int, code: str, wording: str) -> Dismissal | None:
    """The dismissal of that finding, if there is one."""
    return db.scalar(
        select(Dismissal)
        .options(joinedload(Dismissal.dismissed_by))
        .where(Dismissal.card_id == card_id, Dismissal.code == code, Dismissal.wording == wording)
    )


def take_back(db: Session, card_set_id: int, dismissal_id: int) -> bool:
    """Removes it; False where the set has none such."""
    cards = select(Card.id).where(Card.card_set_id == card_set_id)
    gone = db.execute(
        delete(Dismissal)
        .where(Dismissal.id == dismissal_id, Dismissal.card_id.in_(cards))
        .returning(Dismissal.id)
    )
    return gone.first() is not None
