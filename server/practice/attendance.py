"""How regularly each learner practises: the plan towards a date reckons with it."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from scheduler.policy.deadline import attendance_of
from server.store import attendance

LOOKED_BACK = timedelta(weeks=8)


def count_attendance(db: Session, now: datetime) -> None:
    """Notes the attendance of the organisation's learners over the last eight weeks.

    A day counts when cards waited, days off included, for those cards waited too; a day of a pause
    or without any card does not. Only who changes habit is written.
    """
    today = now.date()
    found = attendance.kept(db, today - LOOKED_BACK, today - timedelta(days=1))
    shares = {one.person_id: (attendance_of(one.practised, one.days), one) for one in found}
    changed = {
        person_id: share for person_id, (share, one) in shares.items() if share != one.attendance
    }
    attendance.keep(db, changed)
