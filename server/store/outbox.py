"""Messages that wait as rows until they are out: claimed by the database, safe with many workers.

planned → claimed → sent, or dropped, expired, failed. A worker claims a row by a conditional
update and holds it for `LEASE`; when it dies, the row is claimed anew after that. The clock hints
at due rows; a hint that is lost is repeated after `HINTED`.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, case, func, or_, select, update
from sqlalchemy.orm import Mapped, Session, mapped_column

from server.store.among import among
from server.store.base import row_id

# Longer than a worker may need for a batch: it begins nothing late (`server.reminding.post`), and
# the slowest provider's time-outs end what was begun.
LEASE = timedelta(seconds=180)
# Stands in the trouble of such a row for good: the worker that held it may have sent it.
TAKEN_OVER = "taken over"
HINTED = timedelta(seconds=60)


class State(StrEnum):
    """Where a message stands. Planned and claimed ones are open, the others final."""

    PLANNED = "planned"
    CLAIMED = "claimed"
    SENT = "sent"
    SKIPPED = "skipped"  # decided against from the start
    DROPPED = "dropped"  # no longer wanted when its moment came
    EXPIRED = "expired"
    FAILED = "failed"


OPEN = (State.PLANNED.value, State.CLAIMED.value)


class Outgoing:
    """The columns of a message that waits.

    `lease_until`: until then a worker holds the row (claimed) or a hint at it is under way
    (planned). `attempts` counts claims, and so names the one that may close the row.
    """

    id: Mapped[row_id]
    state: Mapped[str] = mapped_column(default=State.PLANNED.value)
    due_at: Mapped[datetime]
    expires_at: Mapped[datetime]
    lease_until: Mapped[datetime | None]
    attempts: Mapped[int] = mapped_column(default=0)
    sent_at: Mapped[datetime | None]
    trouble: Mapped[str | None]


def due(db: Session, model: type[Outgoing], now: datetime, limit: int) -> list[int]:
    """Ids of due rows that nobody works on, longest due first, hinted at or not."""
    stale = (model.state == State.CLAIMED.value) & (model.lease_until <= now)
    return list(
        db.scalars(
            select(model.id)
            .where(model.due_at <= now, or_(model.state == State.PLANNED.value, stale))
            .order_by(model.due_at)
            .limit(limit)
        )
    )


def to_hint(db: Session, model: type[Outgoing], now: datetime, limit: int) -> list[int]:
    """Ids of due rows that nobody works on, longest due first, marked as hinted at."""
    free = or_(model.lease_until.is_(None), model.lease_until <= now)
    ids = db.scalars(
        select(model.id)
        .where(model.state.in_(OPEN), model.due_at <= now, free)
        .order_by(model.due_at)
        .limit(limit)
        .with_for_update(skip_locked=True)
    ).all()
    if ids:
        was_taken = model.state == State.CLAIMED.value
        hinted = {
            "state": State.PLANNED.value,
            "lease_until": now + HINTED,
            "trouble": case((was_taken, marked(model)), else_=model.trouble),
        }
        _change(db, model, among(model.id, ids), hinted)
    return list(ids)


def marked(model: type[Outgoing]) -> ColumnElement[str]:
    """The trouble of a row that is taken from a worker whose lease is over."""
    return f"{TAKEN_OVER}; " + func.coalesce(model.trouble, "")


def claim(db: Session, model: type[Outgoing], message_id: int, now: datetime) -> int | None:
    """Claims a due row for one worker. The number of the attempt, or None: there is nothing to do.

    Of two workers at once exactly one gets a number.
    """
    stale = (model.state == State.CLAIMED.value) & (model.lease_until <= now)
    return db.scalar(
        update(model)
        .where(
            model.id == message_id,
            model.due_at <= now,
            or_(model.state == State.PLANNED.value, stale),
        )
        .values(state=State.CLAIMED.value, lease_until=now + LEASE, attempts=model.attempts + 1)
        .returning(model.attempts)
        .execution_options(synchronize_session=False)
    )


def close(
    db: Session, model: type[Outgoing], message_id: int, attempt: int, **values: object
) -> bool:
    """Writes the end of an attempt; False when another worker took the row over meanwhile."""
    mine = (model.state == State.CLAIMED.value) & (model.attempts == attempt)
    return _change(db, model, (model.id == message_id) & mine, {"lease_until": None, **values})


def close_sent(db: Session, model: type[Outgoing], message_id: int, **values: object) -> bool:
    """Marks a row sent, whoever holds it by now: what is out is out, and must not go twice."""
    still_open = (model.id == message_id) & model.state.in_(OPEN)
    return _change(
        db, model, still_open, {"state": State.SENT.value, "lease_until": None, **values}
    )


def _change(
    db: Session, model: type[Outgoing], where: ColumnElement[bool], values: dict[str, Any]
) -> bool:
    changed = db.execute(
        update(model).where(where).values(values).execution_options(synchronize_session=False)
    )
    return bool(changed.rowcount)  # type: ignore[attr-defined]  # an UPDATE gives a CursorResult
