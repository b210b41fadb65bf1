"""Uploads that are worked on beside the requests: each a row that is claimed by one worker.

queued → reading → writing → done; or refused by what the file holds, cancelled by a person,
failed when it was begun too often. A worker holds its row for `LEASE` and renews that while it
is alive; after a death the row is claimed anew. How far it is stands in `server.progress`.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    ForeignKey,
    Index,
    delete,
    exists,
    or_,
    select,
    update,
)
from sqlalchemy.orm import Mapped, Session, aliased, joinedload, mapped_column, relationship

from server.store.base import Base, Json, OfOrganisation, RowId, row_id
from server.store.database import only_reads
from server.store.people import Person

LEASE = timedelta(seconds=60)
# A row whose hint was lost waits this long; nobody watches a bar that stands still for longer.
HINTED = timedelta(seconds=10)


class State(StrEnum):
    """Where an import stands."""

    QUEUED = "queued"
    READING = "reading"
    WRITING = "writing"
    DONE = "done"
    REFUSED = "refused"
    CANCELLED = "cancelled"
    FAILED = "failed"


AT_WORK = (State.READING.value, State.WRITING.value)
OPEN = (State.QUEUED.value, *AT_WORK)


class Import(OfOrganisation, Base):
    """One file on its way into a set. `sha` names its bytes in the spool.

    `attempts` counts claims, and so names the worker that may close the row; `felled` counts
    those whose process broke off before its eyes. `report` is filled at the end.
    """

    __tablename__ = "imports"
    __table_args__ = (Index("ix_imports_state_lease_until", "state", "lease_until"),)

    id: Mapped[row_id]
    card_set_id: Mapped[int] = mapped_column(RowId, ForeignKey("card_sets.id"), index=True)
    person_id: Mapped[int] = mapped_column(RowId, ForeignKey("people.id"))
    file_name: Mapped[str]
    size: Mapped[int] = mapped_column(BigInteger)
    sha: Mapped[str]
    dry_run: Mapped[bool]
    partial: Mapped[bool]
    encoding: Mapped[str]
    state: Mapped[str] = mapped_column(default=State.QUEUED.value)
    attempts: Mapped[int] = mapped_column(default=0)
    felled: Mapped[int] = mapped_column(default=0, server_default="0")
    lease_until: Mapped[datetime | None]
    report: Mapped[dict[str, Any] | None] = mapped_column(Json)
    created_at: Mapped[datetime]
    finished_at: Mapped[datetime | None]

    person: Mapped[Person] = relationship(lazy="raise")


def by_id(db: Session, import_id: int) -> Import | None:
    """One import as it now stands, with the person."""
    return db.scalar(
        select(Import)
        .options(joinedload(Import.person))
        .where(Import.id == import_id)
        .execution_options(populate_existing=True)
    )


def of_set(db: Session, card_set_id: int, limit: int) -> list[Import]:
    """The imports of a set, latest first."""
    return list(
        db.scalars(
            select(Import)
            .options(joinedload(Import.person))
            .where(Import.card_set_id == card_set_id)
            .order_by(Import.id.desc())
            .limit(limit)
        )
    )


def at_work(db: Session, limit: int) -> list[Import]:
    """Imports that are not over, oldest first."""
    is_open = Import.state.in_(OPEN)
    return list(db.scalars(select(Import).where(is_open).order_by(Import.id).limit(limit)))


def in_front_of(db: Session, one: Import) -> Person | None:
    """Whose import of the same set keeps a waiting one from beginning."""
    if one.state != State.QUEUED:
        return None
    return db.scalar(
        select(Person)
        .join(Import, Import.person_id == Person.id)
        .where(Import.card_set_id == one.card_set_id, Import.state.in_(AT_WORK))
        .limit(1)
    )


def to_hint(db: Session, now: datetime, limit: int) -> list[int]:
    """Ids of imports that nobody works on, oldest first, marked as hinted at."""
    ids = db.scalars(
        select(Import.id)
        .where(Import.state.in_(OPEN), _free(now))
        .order_by(Import.id)
        .limit(limit)
        .with_for_update(skip_locked=True)
    ).all()
    if ids:
        _change(db, Import.id.in_(ids), state=State.QUEUED.value, lease_until=now + HINTED)
    return list(ids)


def claim(db: Session, import_id: int, now: datetime) -> int | None:
    """Claims the import for one worker. The number of the attempt, or None: not now.

    Of two workers at once exactly one gets a number. An import waits for another of its set.
    """
    other = aliased(Import)
    busy = exists().where(
        other.card_set_id == Import.card_set_id,
        other.id != Import.id,
        other.state.in_(AT_WORK),
        other.lease_until > now,
    )
    stale = Import.state.in_(AT_WORK) & _free(now)
    return db.scalar(
        update(Import)
        .where(Import.id == import_id, or_(Import.state == State.QUEUED.value, stale), ~busy)
        .values(
            state=State.READING.value,
            lease_until=now + LEASE,
            attempts=Import.attempts + 1,
        )
        .returning(Import.attempts)
        .execution_options(synchronize_session=False)
    )


def held(db: Session, import_id: int, attempt: int) -> bool:
    """Whether that attempt still has the import, or has brought it to its end."""
    only_reads(db)
    lost = (State.QUEUED.value, State.CANCELLED.value)
    mine = (Import.id == import_id) & (Import.attempts == attempt) & Import.state.not_in(lost)
    return db.scalar(select(Import.id).where(mine)) is not None


def hold(db: Session, import_id: int, attempt: int, now: datetime, **values: object) -> bool:
    """Renews the lease; False when the import was cancelled or another worker took it over."""
    return _change(db, _mine(import_id, attempt), lease_until=now + LEASE, **values)


def close(
    db: Session, import_id: int, attempt: int, state: State, now: datetime, **values: object
) -> bool:
    """Writes the end of an attempt; False as with `hold`."""
    ended = {"state": state.value, "lease_until": None, "finished_at": now}
    return _change(db, _mine(import_id, attempt), **ended, **values)


def felled(db: Session, import_id: int, attempt: int) -> int | None:
    """Counts that the process of the attempt broke off: how many have by now. None as `hold`."""
    return db.scalar(
        update(Import)
        .where(_mine(import_id, attempt))
        .values(felled=Import.felled + 1)
        .returning(Import.felled)
        .execution_options(synchronize_session=False)
    )


def give_back(db: Session, import_id: int, attempt: int, until: datetime) -> None:
    """Lets another worker try from that moment on."""
    _change(db, _mine(import_id, attempt), state=State.QUEUED.value, lease_until=until)


def cancel(db: Session, import_id: int, now: datetime) -> bool:
    """Ends an open import; False when it had ended already."""
    return _change(
        db,
        (Import.id == import_id) & Import.state.in_(OPEN),
        state=State.CANCELLED.value,
        lease_until=None,
        finished_at=now,
    )


def needed(db: Session, ended_after: datetime) -> set[str]:
    """Names of the files that imports still need, or may be asked for again."""
    wanted = Import.state.in_(OPEN) | (Import.dry_run & (Import.finished_at > ended_after))
    return set(db.scalars(select(Import.sha).where(wanted)))


def clear(db: Session, before: datetime) -> None:
    """Forgets imports that ended before that moment."""
    db.execute(
        delete(Import)
        .where(Import.state.not_in(OPEN), Import.finished_at < before)
        .execution_options(synchronize_session=False)
    )


def _free(now: datetime) -> ColumnElement[bool]:
    return or_(Import.lease_until.is_(None), Import.lease_until <= now)


def _mine(import_id: int, attempt: int) -> ColumnElement[bool]:
    return (Import.id == import_id) & (Import.attempts == attempt) & Import.state.in_(AT_WORK)


def _change(db: Session, where: ColumnElement[bool], **values: object) -> bool:
    changed = db.execute(
        update(Import).where(where).values(values).execution_options(synchronize_session=False)
    )
    return bool(changed.rowcount)  # type: ignore[attr-defined]  # an UPDATE gives a CursorResult
