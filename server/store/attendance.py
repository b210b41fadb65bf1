"""How regularly learners of an organisation practise, counted for all of them at once."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from sqlalchemy import BindParameter, bindparam, func, literal, select, update
from sqlalchemy.orm import Session

from scheduler.rhythm.occasions import NEWS
from server.store.base import table
from server.store.people import Person
from server.store.prepared import Prepared
from server.store.reminders import Reminder
from server.store.reviews import Review
from server.store.scope import OF_UPDATED

NOTHING_DUE = ("no-cards", "paused")
"""Reasons in the ledger of reminders for which nothing could be missed that day.

News goes also to who has no card waiting, and so says nothing either.
"""

_people, _reviews, _ledger = table(Person), table(Review), table(Reminder)
_keep = (
    update(_people)
    .where(_people.c.organisation_id == bindparam(OF_UPDATED), _people.c.id == bindparam("person"))
    .values(attendance=bindparam("share"))
)

_own: BindParameter[int] = bindparam("organisation_id")
_first: BindParameter[date] = bindparam("first")
_last: BindParameter[date] = bindparam("last")
_answers = (_reviews.c.person_id == _people.c.id, _reviews.c.study_day.between(_first, _last))
# Learner by learner, each found by index: the log and the ledger of a firm grow for ever.
_practised = select(func.count(_reviews.c.study_day.distinct())).where(*_answers).scalar_subquery()
_on_that_day = (
    select(literal(1))
    .where(_reviews.c.person_id == _people.c.id, _reviews.c.study_day == _ledger.c.study_day)
    .limit(1)
    .correlate(_people, _ledger)
    .scalar_subquery()
)
_missed = (
    select(func.count(_ledger.c.study_day.distinct()))
    .where(
        _ledger.c.person_id == _people.c.id,
        _ledger.c.study_day.between(_first, _last),
        *(_ledger.c.kind != kind for kind in sorted(NEWS)),
        *(_ledger.c.reason != reason for reason in NOTHING_DUE),
        _on_that_day.is_(None),
    )
    .scalar_subquery()
)
_kept = Prepared(
    select(_people.c.id, _practised, _missed, _people.c.attendance).where(
        _people.c.organisation_id == _own
    )
)


class Kept(NamedTuple):
    """A learner's days practised and days missed, beside what is known so far."""

    person_id: int
    practised: int
    missed: int
    attendance: float | None

    @property
    def days(self) -> int:
        """The days with cards due."""
        return self.practised + self.missed


def kept(db: Session, first: date, last: date) -> list[Kept]:
    """Who answered or was decided about in those days; in one statement."""
    found = (Kept._make(row) for row in _kept.rows(db, {"first": first, "last": last}))
    return [one for one in found if one.days]


def keep(db: Session, shares: Mapping[int, float]) -> None:
    """Notes the share of each of these people, in one round trip."""
    if shares:
        rows = [{"person": person, "share": share} for person, share in shares.items()]
        db.execute(_keep, rows)
