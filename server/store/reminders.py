"""The reminder ledger: one row per learner, study day and kind makes twice impossible."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from server.store.base import Base, OfOrganisation, RowId, row_id


class ReminderState(StrEnum):
    """Where a reminder stands. The last four are final."""

    PLANNED = "planned"
    CLAIMED = "claimed"
    SENT = "sent"
    DROPPED = "dropped"
    EXPIRED = "expired"
    FAILED = "failed"


class Reminder(OfOrganisation, Base):
    """One message to come back, planned for a moment and useful until another.

    A worker holds it until `lease_until`; after that anyone may claim it again.
    """

    __tablename__ = "reminders"
    __table_args__ = (
        UniqueConstraint("person_id", "study_day", "kind"),
        Index("ix_reminders_state_due_at", "state", "due_at"),
    )

    id: Mapped[row_id]
    person_id: Mapped[int] = mapped_column(RowId, ForeignKey("people.id"))
    study_day: Mapped[date]
    kind: Mapped[str]
    state: Mapped[str] = mapped_column(default=ReminderState.PLANNED.value)
    channels: Mapped[list[Any]]
    reason: Mapped[str]
    due_at: Mapped[datetime]
    expires_at: Mapped[datetime]
    lease_until: Mapped[datetime | None]
    attempts: Mapped[int] = mapped_column(default=0)
    sent_at: Mapped[datetime | None]
    sent_channel: Mapped[str | None]
    trouble: Mapped[str | None]
