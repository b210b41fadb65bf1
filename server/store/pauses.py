"""Absences that people told of. What kind it is stays between a person and the app."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from server.store.base import Base, OfOrganisation, RowId, row_id


class PauseKind(StrEnum):
    """Why somebody is away; practice treats them all alike."""

    HOLIDAY = "holiday"
    LEAVE = "leave"
    ILLNESS = "illness"


class StoredPause(OfOrganisation, Base):
    """Study days without practice, both ends included. Past ones stay: they still move dues."""

    __tablename__ = "pauses"
    __table_args__ = (Index("ix_pauses_person_id_last_day", "person_id", "last_day"),)

    id: Mapped[row_id]
    person_id: Mapped[int] = mapped_column(RowId, ForeignKey("people.id"))
    kind: Mapped[str]
    first_day: Mapped[date]
    last_day: Mapped[date]
    created_at: Mapped[datetime]
