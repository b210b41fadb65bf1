"""Second looks: before a release somebody else reads what changed, approves it or sends it back."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import ForeignKey, select
from sqlalchemy.orm import Mapped, Session, joinedload, mapped_column, relationship

from server.store.base import Base, OfOrganisation, RowId, row_id
from server.store.people import Person


class LookState(StrEnum):
    """Where a second look stands."""

    ASKED = "asked"
    APPROVED = "approved"
    SENT_BACK = "sent_back"
    REPLACED = "replaced"  # asked for anew


class SecondLook(OfOrganisation, Base):
    """One time that a second look was asked for, and what came of it.

    `text_hash` is of the text as it stood when it was approved: another text needs another look.
    `remarks` are `{card_id, remark}`.
    """

    __tablename__ = "second_looks"

    id: Mapped[row_id]
    card_set_id: Mapped[int] = mapped_column(RowId, ForeignKey("card_sets.id"), index=True)
    state: Mapped[str]
    note: Mapped[str]
    asked_by_id: Mapped[int] = mapped_column(RowId, ForeignKey("people.id"))
    asked_at: Mapped[datetime]
    reader_id: Mapped[int | None] = mapped_column(RowId, ForeignKey("people.id"))
    answered_at: Mapped[datetime | None]
    text_hash: Mapped[str]
    remark: Mapped[str]
    remarks: Mapped[list[Any]]

    asked_by: Mapped[Person] = relationship(lazy="raise", foreign_keys=[asked_by_id])
    reader: Mapped[Person | None] = relationship(lazy="raise", foreign_keys=[reader_id])


def looks_of(db: Session, card_set_id: int, *, before: int | None, limit: int) -> list[SecondLook]:
    """Second looks at a set with their people, newest first, from the one before id `before`."""
    statement = (
        select(SecondLook)
        .options(joinedload(SecondLook.asked_by), joinedload(SecondLook.reader))
        .where(SecondLook.card_set_id == card_set_id)
        .order_by(SecondLook.id.desc())
        .limit(limit)
    )
    if before is not None:
        statement = statement.where(SecondLook.id < before)
    return list(db.scalars(statement))


def latest(db: Session, card_set_id: int) -> SecondLook | None:
    """The last second look at the set, with its people."""
    return next(iter(looks_of(db, card_set_id, before=None, limit=1)), None)
