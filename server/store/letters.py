"""Mails that people wait for (invitations, forgotten passwords), as rows until they are out.

The row is written with its cause, so a server that dies between the two loses neither.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from server.store.base import Base, OfOrganisation, RowId, row_id


class OutgoingLetter(OfOrganisation, Base):
    """One mail to send. `values` fill the texts of `kind`; emptied once sent: they hold links."""

    __tablename__ = "outgoing_letters"
    __table_args__ = (Index("ix_outgoing_letters_state_due_at", "state", "due_at"),)

    id: Mapped[row_id]
    person_id: Mapped[int] = mapped_column(RowId, ForeignKey("people.id"))
    kind: Mapped[str]
    values: Mapped[dict[str, Any]]
    state: Mapped[str] = mapped_column(default="planned")
    due_at: Mapped[datetime]
    expires_at: Mapped[datetime]
    lease_until: Mapped[datetime | None]
    attempts: Mapped[int] = mapped_column(default=0)
    sent_at: Mapped[datetime | None]
    trouble: Mapped[str | None]
