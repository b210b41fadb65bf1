"""The reminder ledger: one row per learner and study day makes twice impossible."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Any

import orjson
from sqlalchemy import (
    ForeignKey,
    Index,
    Select,
    String,
    UniqueConstraint,
    bindparam,
    cast,
    column,
    delete,
    func,
    literal_column,
    select,
    update,
)
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, Session, mapped_column

from server.store.among import among
from server.store.base import Base, OfOrganisation, RowId, table
from server.store.outbox import Outgoing, State

# From the beginning of a study day in the east to its end in the west, and the night after it.
_LONGEST_DAY = timedelta(days=3)
_FOLLOWED = literal_column("fallback_at").is_not(None)


class Reminder(OfOrganisation, Outgoing, Base):
    """The decision about one learner on one study day, and what became of it.

    Useful from `due_at` until `expires_at`. `reason` says why it was planned, skipped or dropped.
    `hour` and `wording` are what was picked, each with the probability it had at that moment.
    `answered`, once judged: whether a session began within two hours. `fallback_at`: when mail
    follows if the device has not told by then that the notice arrived.
    """

    __tablename__ = "reminders"
    __table_args__ = (
        UniqueConstraint("person_id", "study_day"),
        Index("ix_reminders_state_due_at", "state", "due_at"),
        Index(
            "ix_reminders_fallback_at",
            "fallback_at",
            sqlite_where=_FOLLOWED,
            postgresql_where=_FOLLOWED,
        ),
    )

    person_id: Mapped[int] = mapped_column(RowId, ForeignKey("people.id"))
    study_day: Mapped[date]
    kind: Mapped[str]
    channels: Mapped[list[Any]]
    reason: Mapped[str]
    sent_channel: Mapped[str | None]
    hour: Mapped[int | None]
    hour_propensity: Mapped[float | None]
    wording: Mapped[str | None]
    wording_propensity: Mapped[float | None]
    delivered_at: Mapped[datetime | None]
    opened_at: Mapped[datetime | None]
    answered: Mapped[bool | None]
    judged_at: Mapped[datetime | None]
    fallback_at: Mapped[datetime | None]


_ledger = table(Reminder)
_DECIDED = (
    "organisation_id", "person_id", "study_day", "kind", "reason", "attempts", "channels",
    "due_at", "expires_at", "state", "hour", "hour_propensity", "wording", "wording_propensity",
)  # fmt: skip
# All rows as one parameter: of a page with a parameter per value, reading the text takes longest.
_given = (
    func.jsonb_to_recordset(cast(bindparam("rows", type_=String), JSONB))
    .table_valued(*(column(name, _ledger.c[name].type) for name in _DECIDED))
    .render_derived(with_types=True)
)
_decide_on_postgresql = (
    postgresql.insert(_ledger)
    .from_select(_DECIDED, select(*_given.c))
    .on_conflict_do_nothing()
    .returning(_ledger.c.state)
)
_decide_on_sqlite = sqlite.insert(_ledger).on_conflict_do_nothing().returning(_ledger.c.state)


def decide(db: Session, rows: Sequence[dict[str, Any]]) -> list[str]:
    """Adds ledger rows and gives the states of those added.

    Where a row for the learner and study day stands already, of whatever kind, it is left as it is:
    another clock was first.
    """
    if not rows:
        return []
    if db.get_bind().dialect.name == "sqlite":
        return list(db.scalars(_decide_on_sqlite, [dict(row) for row in rows]))
    return list(db.scalars(_decide_on_postgresql, {"rows": orjson.dumps(rows).decode()}))


def held(db: Session, reminder_id: int) -> Reminder | None:
    """One row, which nobody else changes before this transaction ends."""
    return db.scalar(
        select(Reminder)
        .where(Reminder.id == reminder_id)
        .with_for_update()
        .execution_options(populate_existing=True)
    )


def fall_back(db: Session, now: datetime, channel: str) -> int:
    """Has that channel follow where a push did not arrive in time; gives how many it follows.

    A phone may tell of the arrival before the worker writes down that it sent anything.
    """
    silent = Reminder.fallback_at <= now, Reminder.delivered_at.is_(None)
    followed = db.execute(
        update(Reminder)
        .where(*silent, Reminder.state == State.SENT.value)
        .values(
            state=State.PLANNED.value, due_at=Reminder.fallback_at, channels=[channel],
            fallback_at=None,
        )
        .execution_options(synchronize_session=False)
    )  # fmt: skip
    return int(followed.rowcount)  # type: ignore[attr-defined]  # an UPDATE gives a CursorResult


def latest_planned(db: Session, person_id: int) -> Reminder | None:
    """The newest reminder that came or is to come."""
    stands = Reminder.state.in_((State.PLANNED.value, State.SENT.value))
    mine = select(Reminder).where(Reminder.person_id == person_id, stands)
    return db.scalar(mine.order_by(Reminder.study_day.desc(), Reminder.id.desc()).limit(1))


def states_of_study_day(db: Session, person_ids: Sequence[int], day: date) -> dict[int, str]:
    """The state of the ledger's row of that study day for each of these people who has one."""
    rows = db.execute(
        select(Reminder.person_id, Reminder.state).where(
            among(Reminder.person_id, person_ids), Reminder.study_day == day
        )
    )
    return dict(rows.all())


def forget_undelivered(db: Session, people: Sequence[int] | Select[int], now: datetime) -> None:
    """Takes back what was decided about these people's day, unless a worker has begun on it.

    The next sweep decides anew: a learner whom a new campaign or release gives something to do
    should not wait for tomorrow.
    """
    # By either of these there is an index: the ledger holds weeks of decisions, and for good what
    # was sent.
    since = now - _LONGEST_DAY
    recent = (Reminder.study_day >= since.date()) & (Reminder.due_at >= since)
    db.execute(
        delete(Reminder)
        .where(
            Reminder.person_id.in_(people),
            recent,
            Reminder.state.in_((State.SKIPPED.value, State.PLANNED.value)),
            Reminder.attempts == 0,
            Reminder.expires_at > now,
        )
        .execution_options(synchronize_session=False)
    )


def clear_skipped(db: Session, before: datetime) -> None:
    """Forgets decisions against a reminder from before that moment: one a learner a day adds up."""
    # None ends before it is due, and by that moment there is an index.
    over = (Reminder.due_at < before) & (Reminder.expires_at < before)
    db.execute(
        delete(Reminder)
        .where(Reminder.state == State.SKIPPED.value, over)
        .execution_options(synchronize_session=False)
    )
