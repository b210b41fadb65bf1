"""How much waits for the workers, queue by queue; a look that changes nothing."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import ColumnElement, and_, false, func, or_, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from server.store import imports
from server.store.fit_tasks import FitTask
from server.store.imports import Import
from server.store.outbox import OPEN, Outgoing, State
from server.store.search_waiting import SearchWaiting


class Queue(NamedTuple):
    """What waits for its moment, what is due and free, and what a worker holds.

    `oldest_due_at`: since when the one that is due longest has been so, held or not; None where
    nothing is due or rows keep no time.
    """

    waiting: int
    due: int
    at_work: int
    oldest_due_at: datetime | None


def of_messages(db: Session, model: type[Outgoing], now: datetime) -> Queue:
    """Reminders or letters."""
    is_due = model.due_at <= now
    held = _held(model.state == State.CLAIMED.value, model.lease_until, now)
    return _counted(
        db,
        model.state.in_(OPEN),
        (model.due_at > now, is_due & ~held, held),
        func.min(model.due_at).filter(is_due),
    )


def of_imports(db: Session, now: datetime) -> Queue:
    """Uploads."""
    held = _held(Import.state.in_(imports.AT_WORK), Import.lease_until, now)
    return _counted(
        db,
        Import.state.in_(imports.OPEN),
        (false(), ~held, held),
        func.min(Import.created_at),
    )


def of_fits(db: Session, now: datetime) -> Queue:
    """Fits of the memory model; rows keep no time."""
    free = or_(FitTask.lease_until.is_(None), FitTask.lease_until <= now)
    statement = select(func.count().filter(free), func.count().filter(~free)).select_from(FitTask)
    due, at_work = db.execute(statement).one()
    return Queue(0, due, at_work, None)


def of_index(db: Session) -> Queue:
    """Sets whose cards are not all in the search index; rows keep no time and no holder."""
    waiting = db.scalar(select(func.count()).select_from(SearchWaiting)) or 0
    return Queue(0, waiting, 0, None)


def _held(
    taken: ColumnElement[bool], lease_until: InstrumentedAttribute[datetime | None], now: datetime
) -> ColumnElement[bool]:
    # Nothing compares with a lease that is not there, and its opposite would count nothing either.
    return and_(taken, lease_until.is_not(None), lease_until > now)


def _counted(
    db: Session,
    where: ColumnElement[bool],
    waiting_due_held: Sequence[ColumnElement[bool]],
    oldest: ColumnElement[datetime],
) -> Queue:
    counts = [func.count().filter(one) for one in waiting_due_held]
    found = tuple(db.execute(select(*counts, oldest).where(where)).one())
    return Queue._make(found)
