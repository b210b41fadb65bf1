"""Mails that people wait for (invitations, forgotten passwords), as rows until they are out.

The row is written with its cause, so a server that dies between the two loses neither.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, delete
from sqlalchemy.orm import Mapped, Session, mapped_column

from server.store.base import Base, OfOrganisation, RowId
from server.store.outbox import OPEN, Outgoing


class OutgoingLetter(OfOrganisation, Outgoing, Base):
    """One mail to send. `values` fill the texts of `kind`; emptied at the end: they hold links."""

    __tablename__ = "outgoing_letters"
    __table_args__ = (Index("ix_outgoing_letters_state_due_at", "state", "due_at"),)

    person_id: Mapped[int] = mapped_column(RowId, ForeignKey("people.id"))
    kind: Mapped[str]
    values: Mapped[dict[str, Any]]


def clear(db: Session, before: datetime) -> None:
    """Forgets letters that ended before that moment."""
    db.execute(
        delete(OutgoingLetter)
        .where(OutgoingLetter.state.not_in(OPEN), OutgoingLetter.expires_at < before)
        .execution_options(synchronize_session=False)
    )
