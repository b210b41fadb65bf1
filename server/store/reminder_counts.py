"""What became of the reminders of a day, in numbers."""

from __future__ import annotations

from datetime import datetime
from typing import Final, NamedTuple

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from server.store.outbox import State
from server.store.reminders import Reminder
from server.store.seconds_between import SecondsBetween

LATE_S: Final = (30, 300)


class Counts(NamedTuple):
    """How many by state; of those sent how many arrived, were opened and came late, and the latest.

    `late` counts those sent more than so many seconds after they were due, for each of `LATE_S`.
    """

    states: dict[str, int]
    delivered: int
    opened: int
    late: tuple[int, ...]
    latest_s: float | None


def between(db: Session, since: datetime, until: datetime) -> Counts:
    """Of the reminders that were due, or decided against, in that time."""
    late_s = SecondsBetween(Reminder.due_at, Reminder.sent_at)
    rows = db.execute(
        select(
            Reminder.state,
            func.count(),
            func.count(Reminder.delivered_at),
            func.count(Reminder.opened_at),
            func.max(late_s),
            *(func.count().filter(late_s > seconds) for seconds in LATE_S),
        )
        # All states, for the index, which begins with them.
        .where(
            Reminder.state.in_([one.value for one in State]),
            Reminder.due_at >= since,
            Reminder.due_at < until,
        )
        .group_by(Reminder.state)
    ).all()
    latest = [row[4] for row in rows if row[4] is not None]
    return Counts(
        states={row[0]: row[1] for row in rows},
        delivered=sum(row[2] for row in rows),
        opened=sum(row[3] for row in rows),
        late=tuple(sum(int(row[5 + at]) for row in rows) for at in range(len(LATE_S))),
        latest_s=max(latest, default=None),
    )
