"""What the ledger says about one person, for who asks why a reminder came or did not."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from server.store.reminders import Reminder

MOST = 200


class Entry(NamedTuple):
    """The decision about one study day, and what became of it."""

    study_day: date
    kind: str
    state: str
    reason: str
    due_at: datetime
    sent_at: datetime | None
    sent_channel: str | None
    delivered_at: datetime | None
    opened_at: datetime | None
    trouble: str | None
    hour: int | None
    hour_propensity: float | None
    wording: str | None
    wording_propensity: float | None


def of_person(db: Session, person_id: int, since: date) -> Sequence[Entry]:
    """The person's entries from that study day on, latest first."""
    columns = [getattr(Reminder, name) for name in Entry._fields]
    rows = db.execute(
        select(*columns)
        .where(Reminder.person_id == person_id, Reminder.study_day >= since)
        .order_by(Reminder.study_day.desc(), Reminder.id.desc())
        .limit(MOST)
    )
    return [Entry._make(row) for row in rows]
