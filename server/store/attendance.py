"""How regularly learners of an organisation practise, counted for all of them at once."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from sqlalchemy import BindParameter, bindparam, func, literal, select, union_all, update
from sqlalchemy.orm import Session

from scheduler.reminders import PRACTICE
from server.store.base import table
from server.store.people import Person
from server.store.prepared import Prepared
from server.store.reminders import Reminder
from server.store.reviews import Review
from server.store.scope import OF_UPDATED

NOTHING_DUE = ("no-cards", "paused")
"""Reasons in the ledger of reminders for which nothing could be missed that day."""

_people, _reviews, _ledger = table(Person), table(Review), table(Reminder)
_keep = (
    update(_people)
    .where(_people.c.organisation_id == bindparam(OF_UPDATED), _people.c.id == bindparam("person"))
    .values(attendance=bindparam("share"))
)


_own: BindParameter[int] = bindparam("organisation_id")
_first: BindParameter[date] = bindparam("first")
_last: BindParameter[date] = bindparam("last")
_answered = select(_reviews.c.person_id, _reviews.c.study_day, literal(1).label("practised")).where(
    _reviews.c.organisation_id == _own, _reviews.c.study_day.between(_first, _last)
)
_due = select(_ledger.c.person_id, _ledger.c.study_day, literal(0)).where(
    _ledger.c.organisation_id == _own,
    _ledger.c.kind == PRACTICE,
    _ledger.c.study_day.between(_first, _last),
    *(_ledger.c.reason != reason for reason in NOTHING_DUE),
)
_every = union_all(_answered, _due).subquery()
_days = (
    select(_every.c.person_id, func.max(_every.c.practised).label("practised"))
    .group_by(_every.c.person_id, _every.c.study_day)
    .subquery()
)
_kept = Prepared(
    select(_days.c.person_id, func.count(), func.sum(_days.c.practised), _people.c.attendance)
    .join(_people, _people.c.id == _days.c.person_id)
    .where(_people.c.organisation_id == _own)
    .group_by(_days.c.person_id, _people.c.attendance)
)


class Kept(NamedTuple):
    """A learner's days with cards due and those of them practised, beside what is known so far."""

    person_id: int
    days: int
    practised: int
    attendance: float | None


def kept(db: Session, first: date, last: date) -> list[Kept]:
    """Who answered or was decided about in those days; in one statement."""
    return [Kept._make(row) for row in _kept.rows(db, {"first": first, "last": last})]


def keep(db: Session, shares: Mapping[int, float]) -> None:
    """Notes the share of each of these people, in one round trip."""
    if shares:
        rows = [{"person": person, "share": share} for person, share in shares.items()]
        db.execute(_keep, rows)
