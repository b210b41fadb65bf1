"""Reminders whose moment has come, taken and closed a batch at a time.

Of many workers at once each gets other rows: PostgreSQL passes over what another is taking, and on
SQLite one transaction writes at a time. A row is closed by the worker whose number it bears.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Integer,
    Select,
    String,
    Update,
    bindparam,
    case,
    cast,
    column,
    func,
    or_,
    select,
    update,
)
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Session

from server.store.among import among_given
from server.store.base import table
from server.store.outbox import LEASE, OPEN, TAKEN_OVER, State, marked
from server.store.reminders import Reminder

# After the name of a channel in the trouble of a row: that channel may have taken it.
UNSURE = "unsure"


@dataclass(frozen=True, slots=True)
class DueReminder:
    """A row that one worker holds. `attempt` numbers the claim: only it may close the row."""

    message_id: int
    attempt: int
    organisation_id: int
    person_id: int
    study_day: date
    kind: str
    reason: str
    wording: str | None
    hour: int | None
    due_at: datetime
    expires_at: datetime
    sent_at: datetime | None
    sent_channel: str | None
    trouble: str | None

    @property
    def follows(self) -> bool:
        """Whether it went out once, and mail is to follow."""
        return self.sent_at is not None

    @property
    def marks(self) -> list[str]:
        """What its trouble goes on saying, whatever becomes of it: by what it may have gone."""
        told = (self.trouble or "").split("; ")
        unsure = [f"{channel}: {UNSURE}" for channel in self.unsure_of]
        return [TAKEN_OVER, *unsure] if TAKEN_OVER in told else unsure

    @property
    def unsure_of(self) -> list[str]:
        """The channels that may have taken it."""
        told = (self.trouble or "").split("; ")
        parts = (one.split(": ") for one in told)
        return list(dict.fromkeys(part[0] for part in parts if UNSURE in part[1:2]))


_ledger = table(Reminder)
_COLUMNS = (
    _ledger.c.id, _ledger.c.attempts, _ledger.c.organisation_id, _ledger.c.person_id,
    _ledger.c.study_day, _ledger.c.kind, _ledger.c.reason, _ledger.c.wording, _ledger.c.hour,
    _ledger.c.due_at, _ledger.c.expires_at, _ledger.c.sent_at, _ledger.c.sent_channel,
    _ledger.c.trouble,
)  # fmt: skip
_WRITTEN = (
    "state", "attempts", "due_at", "expires_at", "reason", "sent_at", "sent_channel", "trouble",
    "fallback_at",
)  # fmt: skip


def _free(state: State, *conditions: ColumnElement[bool]) -> Select[int]:
    # A state at a time: the index then gives the rows in order, and reads no more than it must.
    return (
        select(_ledger.c.id)
        .where(_ledger.c.state == state.value, _ledger.c.due_at <= bindparam("now"), *conditions)
        .order_by(_ledger.c.due_at)
        .limit(bindparam("most", type_=Integer))
        .with_for_update(skip_locked=True)
    )


_STALE = _free(State.CLAIMED, _ledger.c.lease_until <= bindparam("now"))
_FRESH = _free(State.PLANNED)
_CLAIM = (
    update(_ledger)
    .where(among_given(_ledger.c.id, "taken"))
    .values(
        state=State.CLAIMED.value,
        lease_until=bindparam("lease_until"),
        attempts=_ledger.c.attempts + 1,
        trouble=case(
            (among_given(_ledger.c.id, "stale"), marked(Reminder)), else_=_ledger.c.trouble
        ),
    )
    .returning(*_COLUMNS)
)
_open = or_(*(_ledger.c.state == state for state in OPEN))


def _to_stand(given: Mapping[str, ColumnElement[Any]]) -> dict[str, ColumnElement[Any]]:
    # A phone may tell of the arrival before the worker writes down that it sent anything; mail
    # must then not follow.
    silent = _ledger.c.delivered_at.is_(None)
    return {**given, "fallback_at": case((silent, given["fallback_at"]))}


def _one_by_one(sent: bool) -> Update:
    """For SQLite, with a row's values as parameters."""
    mine = (_ledger.c.state == State.CLAIMED.value) & (_ledger.c.attempts == bindparam("attempt"))
    new = {name: bindparam(f"new_{name}", type_=_ledger.c[name].type) for name in _WRITTEN}
    return (
        update(_ledger)
        .where(_ledger.c.id == bindparam("message_id"), _open if sent else mine)
        .values(lease_until=None, **_to_stand(new))
    )


def _together(sent: bool) -> Update:
    """For PostgreSQL, all rows as one parameter: a hundred statements take ten times as long."""
    types = {"message_id": _ledger.c.id.type, "attempt": _ledger.c.attempts.type}
    types |= {f"new_{name}": _ledger.c[name].type for name in _WRITTEN}
    given = (
        func.jsonb_to_recordset(cast(bindparam("rows", type_=String), JSONB))
        .table_valued(*(column(name, kind) for name, kind in types.items()))
        .render_derived(with_types=True)
    )
    mine = (_ledger.c.state == State.CLAIMED.value) & (_ledger.c.attempts == given.c.attempt)
    new = {name: given.c[f"new_{name}"] for name in _WRITTEN}
    return (
        update(_ledger)
        .where(_ledger.c.id == given.c.message_id, _open if sent else mine)
        .values(lease_until=None, **_to_stand(new))
    )


_CLOSING = {
    (dialect, sent): statement(sent)
    for dialect, statement in (("sqlite", _one_by_one), ("postgresql", _together))
    for sent in (True, False)
}


def take(db: Session, now: datetime, limit: int) -> list[DueReminder]:
    """Claims up to `limit` due rows for one worker, longest due first.

    Those whose worker died come first, as they were due before. The session looks across
    organisations.
    """
    given = {"now": now, "lease_until": now + LEASE}
    stale = _ids(db, _STALE, {**given, "most": limit})
    fresh = _ids(db, _FRESH, {**given, "most": limit - len(stale)})
    if not stale and not fresh:
        return []
    rows = db.execute(_CLAIM, {**given, "taken": [*stale, *fresh], "stale": stale}).all()
    taken = [DueReminder(*row) for row in rows]
    return sorted(taken, key=lambda one: (one.due_at, one.message_id))


def written(
    held: DueReminder, state: State, *, trouble: str | None = None, **changes: Any
) -> dict[str, Any]:
    """A row as it is to stand after this attempt; what is not named stays."""
    kept = {
        "attempts": held.attempt,
        "due_at": held.due_at,
        "expires_at": held.expires_at,
        "reason": held.reason,
        "sent_at": held.sent_at,
        "sent_channel": held.sent_channel,
        "fallback_at": None,
    }
    row = {**kept, **changes, "state": state.value, "trouble": _with_marks(held, trouble)}
    return {
        "message_id": held.message_id,
        "attempt": held.attempt,
        **{f"new_{name}": value for name, value in row.items()},
    }


def close(db: Session, rows: Sequence[dict[str, Any]]) -> None:
    """Writes the ends of attempts that sent nothing, where no other worker took the row over."""
    _write(db, rows, sent=False)


def close_sent(db: Session, rows: Sequence[dict[str, Any]]) -> None:
    """Marks rows sent, whoever holds them by now: what is out is out, and must not go twice."""
    _write(db, rows, sent=True)


def _write(db: Session, rows: Sequence[dict[str, Any]], *, sent: bool) -> None:
    if not rows:
        return
    dialect = db.get_bind().dialect.name
    together = {"rows": json.dumps(rows, default=str)}
    db.execute(_CLOSING[dialect, sent], list(rows) if dialect == "sqlite" else together)


def _ids(db: Session, free: Select[int], given: dict[str, Any]) -> list[int]:
    return list(db.scalars(free, given)) if given["most"] > 0 else []


def _with_marks(held: DueReminder, trouble: str | None) -> str | None:
    return "; ".join([*held.marks, *([trouble] if trouble else [])]) or None
