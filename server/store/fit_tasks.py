"""What the night's fits have to do, a row each. A worker claims one, and it goes when it is done.

A worker holds its row for `LEASE`. After a death the row is claimed anew, and given up when that
happens again and again: a log that fells the process would otherwise keep all others waiting.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from enum import StrEnum
from typing import NamedTuple

from sqlalchemy import ColumnElement, ForeignKey, delete, or_, select, update
from sqlalchemy.orm import Mapped, Session, mapped_column

from server.store.base import Base, OfOrganisation, RowId, row_id

LEASE = timedelta(minutes=10)
MOST_ATTEMPTS = 3


class Kind(StrEnum):
    """Fit all of an organisation, fit one learner, or bring learners to what is in force now."""

    POOLED = "pooled"
    PERSONAL = "personal"
    SWITCH = "switch"


class FitTask(OfOrganisation, Base):
    """One thing to do. `attempts` counts claims, and so names the worker that may end it."""

    __tablename__ = "fit_tasks"

    id: Mapped[row_id]
    kind: Mapped[str]
    person_id: Mapped[int | None] = mapped_column(RowId, ForeignKey("people.id"))
    attempts: Mapped[int] = mapped_column(default=0)
    lease_until: Mapped[datetime | None]


class Claimed(NamedTuple):
    """A task that this worker does now."""

    id: int
    organisation_id: int
    kind: Kind
    person_id: int | None
    attempt: int


def add(db: Session, kind: Kind, people: Iterable[int | None]) -> None:
    """Adds a task for each of the people, None being all of them, unless the same one waits."""
    same = select(FitTask.person_id).where(
        FitTask.kind == kind.value, FitTask.lease_until.is_(None)
    )
    waiting = set(db.scalars(same))
    db.add_all(FitTask(kind=kind.value, person_id=one) for one in people if one not in waiting)


def waits(db: Session, now: datetime) -> int | None:
    """A task that nobody works on, if there is one."""
    return db.scalar(select(FitTask.id).where(_free(now)).order_by(FitTask.id).limit(1))


def claim(db: Session, now: datetime) -> Claimed | None:
    """Claims the oldest free task; of two workers at once each gets another."""
    oldest = (
        select(FitTask.id)
        .where(_free(now), FitTask.attempts < MOST_ATTEMPTS)
        .order_by(FitTask.id)
        .limit(1)
        .with_for_update(skip_locked=True)
        .scalar_subquery()
    )
    row = db.execute(
        update(FitTask)
        .where(FitTask.id == oldest, _free(now))
        .values(attempts=FitTask.attempts + 1, lease_until=now + LEASE)
        .returning(
            FitTask.id, FitTask.organisation_id, FitTask.kind, FitTask.person_id, FitTask.attempts
        )
        .execution_options(synchronize_session=False)
    ).first()
    return None if row is None else Claimed(row[0], row[1], Kind(row[2]), row[3], row[4])


def hold(db: Session, task: Claimed, now: datetime) -> bool:
    """Renews the lease; False when another worker took the task over."""
    held = db.execute(
        update(FitTask)
        .where(_mine(task))
        .values(lease_until=now + LEASE)
        .execution_options(synchronize_session=False)
    )
    return bool(held.rowcount)  # type: ignore[attr-defined]  # an UPDATE gives a CursorResult


def give_back(db: Session, task: Claimed) -> None:
    """Lets another worker go on, at once and as if this one had not begun."""
    db.execute(
        update(FitTask)
        .where(_mine(task))
        .values(attempts=FitTask.attempts - 1, lease_until=None)
        .execution_options(synchronize_session=False)
    )


def done(db: Session, task: Claimed) -> bool:
    """Removes the task, with what it made in the same transaction; False as with `hold`."""
    gone = db.execute(
        delete(FitTask).where(_mine(task)).execution_options(synchronize_session=False)
    )
    return bool(gone.rowcount)  # type: ignore[attr-defined]  # a DELETE gives a CursorResult


def give_up(db: Session, now: datetime) -> list[int]:
    """Removes free tasks that were begun too often; gives their ids."""
    worn = _free(now) & (FitTask.attempts >= MOST_ATTEMPTS)
    return list(
        db.scalars(
            delete(FitTask)
            .where(worn)
            .returning(FitTask.id)
            .execution_options(synchronize_session=False)
        )
    )


def _free(now: datetime) -> ColumnElement[bool]:
    return or_(FitTask.lease_until.is_(None), FitTask.lease_until <= now)


def _mine(task: Claimed) -> ColumnElement[bool]:
    return (FitTask.id == task.id) & (FitTask.attempts == task.attempt)
