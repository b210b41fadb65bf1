"""Absences that people told of. What kind it is stays between a person and the app."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from enum import StrEnum
from functools import lru_cache

from sqlalchemy import ForeignKey, Index, String, bindparam, cast, func, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from scheduler.pause import Pause, merged
from server.store.base import Base, OfOrganisation, RowId, row_id, table

# A pause of a year moves a card by a year at most, and one in the next by another.
STILL_FELT = timedelta(days=2 * 366)


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


_pauses = table(StoredPause)
pauses_text = (
    select(
        func.aggregate_strings(
            cast(_pauses.c.first_day, String) + " " + cast(_pauses.c.last_day, String), "\n"
        )
    )
    .where(
        _pauses.c.organisation_id == bindparam("organisation_id"),
        _pauses.c.person_id == bindparam("person"),
        _pauses.c.last_day >= bindparam("felt_since"),
    )
    .scalar_subquery()
)


@lru_cache(maxsize=1000)
def read(text: str | None) -> tuple[Pause, ...]:
    """The absence that `pauses_text` tells of, in order and without overlap."""
    lines = (line.split(" ") for line in (text or "").splitlines())
    return tuple(merged(Pause(*map(date.fromisoformat, line)) for line in lines))


def ahead(db: Session, person_id: int, since: date) -> list[StoredPause]:
    """The person's pauses that were not over before that day, by day."""
    statement = (
        select(StoredPause)
        .where(StoredPause.person_id == person_id, StoredPause.last_day >= since)
        .order_by(StoredPause.first_day, StoredPause.id)
    )
    return list(db.scalars(statement))


def mine(db: Session, person_id: int, pause_id: int) -> StoredPause | None:
    """One pause of that person."""
    return db.scalar(
        select(StoredPause).where(StoredPause.id == pause_id, StoredPause.person_id == person_id)
    )
