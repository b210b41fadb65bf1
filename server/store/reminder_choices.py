"""What was picked for reminders, and what became of it, for who judges the picking."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from typing import NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from server.store.outbox import State
from server.store.people import Person
from server.store.reminders import Reminder

AT_ONCE = 20_000


class Choice(NamedTuple):
    """A reminder that was judged, with the times that its learner has now."""

    organisation_id: int
    person_id: int
    study_day: date
    sent_at: datetime
    answered: bool
    hour: int | None
    hour_propensity: float | None
    wording: str | None
    wording_propensity: float | None
    time_zone: str
    window_from: int
    window_until: int
    quiet_from: int
    quiet_until: int


def judged(db: Session, most: int) -> Iterator[Sequence[Choice]]:
    """The latest of them, page by page, in one statement."""
    columns = [getattr(Reminder, name) for name in Choice._fields[:9]]
    times = [getattr(Person, name) for name in Choice._fields[9:]]
    latest = (
        select(*columns, *times)
        .join(Person, Person.id == Reminder.person_id)
        .where(Reminder.state == State.SENT.value, Reminder.answered.is_not(None))
        .order_by(Reminder.due_at.desc())
        .limit(most)
        .execution_options(yield_per=AT_ONCE)
    )
    for page in db.execute(latest).partitions():
        yield [Choice._make(row) for row in page]
