"""Noting that reminders went out: the next ones keep their distance, and a week has its most."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy.orm import Session

from scheduler.study_day import monday_of
from server.store import rhythm_notes
from server.store.due_reminders import DueReminder


def note_sent(db: Session, sent: Iterable[DueReminder], now: datetime) -> None:
    """Notes these, once each: mail that follows a push is part of the same reminder."""
    rows = [
        {
            "person_id": one.person_id,
            "organisation_id": one.organisation_id,
            "last_reminder_at": now,
            "last_reminder_on": one.study_day,
            "week": monday_of(one.study_day),
        }
        # In one order everywhere, or two workers could each wait for a row of the other.
        for one in sorted(sent, key=lambda one: one.person_id)
        if not one.follows
    ]
    rhythm_notes.note_sent(db, rows)
