"""Counting who begins without being told: they are left to it."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from sqlalchemy.orm import Session

from server.store import rhythm_notes, scope

PAGE = 5000
LOOKED_BACK = 14
_ALL = (1 << LOOKED_BACK) - 1
# Two days ago is over in every time zone of the world.
OVER = timedelta(days=2)


def last_day_over(now: datetime) -> date:
    """The latest study day that is over everywhere."""
    return (now - OVER).date()


def count_page(db: Session, day: date, after: int) -> int | None:
    """Counts that day for the next learners who practised on it; after whom to go on, or None."""
    with scope.across_organisations(db):
        page = rhythm_notes.practised_on(db, day, after=after, limit=PAGE)
        rhythm_notes.note_alone(
            db,
            [
                {
                    "person_id": one.person_id,
                    "organisation_id": one.organisation_id,
                    "alone": ((one.alone or 0) << 1 | (not one.reminded)) & _ALL,
                    "alone_of": min((one.alone_of or 0) + 1, LOOKED_BACK),
                    "counted_on": day,
                }
                for one in page
            ],
        )
    return page[-1].person_id if len(page) == PAGE else None
