"""Which clock leads. One row, taken over when its holder falls silent."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import insert, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Mapped, Session, mapped_column

from server.store.base import Base

LEASE = timedelta(seconds=15)
# A clock takes over within 20 s: after two minutes there is none.
SILENT = timedelta(minutes=2)
_ONLY = 1
_NOBODY = ""


class ClockLease(Base):
    """The lease of the leading clock; `seen_at` is its last sign of life."""

    __tablename__ = "clock_lease"

    id: Mapped[int] = mapped_column(primary_key=True)
    holder: Mapped[str]
    seen_at: Mapped[datetime]


def lead(db: Session, holder: str, now: datetime) -> bool:
    """Takes or renews the lease for `holder`; False while another clock is alive.

    The update is conditional, so of two clocks that try at once exactly one succeeds.
    """
    taken = db.execute(
        update(ClockLease)
        .where(
            ClockLease.id == _ONLY,
            ClockLease.holder.in_((holder, _NOBODY)) | (ClockLease.seen_at < now - LEASE),
        )
        .values(holder=holder, seen_at=now)
    )
    if taken.rowcount == 1:  # type: ignore[attr-defined]  # an UPDATE gives a CursorResult
        return True
    if db.scalar(select(ClockLease.id)) is not None:
        return False
    try:
        with db.begin_nested():
            db.execute(insert(ClockLease).values(id=_ONLY, holder=holder, seen_at=now))
    except IntegrityError:
        return False
    return True


def step_down(db: Session, holder: str) -> None:
    """Gives the lease back, so that the next clock need not wait until it runs out."""
    db.execute(update(ClockLease).where(ClockLease.holder == holder).values(holder=_NOBODY))


def seen_at(db: Session) -> datetime | None:
    """When a clock last showed life."""
    return db.scalar(select(ClockLease.seen_at))


def is_silent(db: Session, now: datetime) -> bool:
    """Whether no clock has shown life for so long that reminders stay away."""
    seen = seen_at(db)
    return seen is None or now - seen >= SILENT


def holder(db: Session) -> str | None:
    """Which clock leads, or led last; None after one that stopped in order."""
    return db.scalar(select(ClockLease.holder)) or None
