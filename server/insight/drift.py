"""Whether the memory model has come off, judged once a week over the last four whole weeks."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date, datetime, timedelta

from sqlalchemy.orm import Session

from scheduler import drift
from scheduler.drift import Verdict
from scheduler.study_day import monday_of
from server.store import model_checks

LOOKS_BACK = timedelta(days=27)
SETTLES = timedelta(days=2)
"""By then Sunday is over everywhere, and most of what phones kept has come in."""
_UNKNOWN = dict.fromkeys(("n", "learners", "predicted", "observed", "low", "high"))


def check_model(db: Session, floor: int, now: datetime) -> Verdict | None:
    """Judges the weeks up to the last Sunday; None where that is done.

    More looks than one at the same weeks would give more false alarms than `scheduler.drift`
    promises. With fewer learners than `floor` no number is kept.
    """
    last = last_day(now.date())
    if model_checks.checked(db, last):
        return None
    sums = model_checks.sums(db, last - LOOKS_BACK, last)
    told = drift.check(sums) if len(sums) >= floor else None
    found = asdict(told) if told else {**_UNKNOWN, "verdict": Verdict.TOO_FEW}
    row = {**found, "first_day": last - LOOKS_BACK, "last_day": last, "checked_at": now}
    return found["verdict"] if model_checks.keep(db, row) else None


def last_day(today: date) -> date:
    """The last Sunday whose answers are in."""
    return monday_of(today - SETTLES + timedelta(days=1)) - timedelta(days=1)
