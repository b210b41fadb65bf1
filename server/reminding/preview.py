"""Who would get what, when and why, without sending or writing anything."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy.orm import Session

from scheduler.reminders import PRACTICE, Planned, choose
from server.ports import Things
from server.reminding.learner_day import learner_days
from server.reminding.plan_reminders import PAGE, study_days
from server.store import learner_days as facts
from server.store import reminders, scope
from server.store.people import Person


@dataclass(frozen=True, slots=True)
class Preview:
    """One learner on one study day. `due_at` is None where no reminder comes.

    `standing` is the state of the ledger row, where the day is decided already.
    """

    email: str
    organisation: str
    time_zone: str
    study_day: date
    due_at: datetime | None
    channels: Sequence[str]
    why: str
    standing: str | None


def preview(db: Session, things: Things, at: datetime) -> Iterator[Preview]:
    """Everyone who takes part in a campaign, as things would be decided at `at` (aware)."""
    with scope.across_organisations(db):
        for day, zones in study_days(db, at).items():
            after = 0
            while people := facts.practising(db, zones, after=after, limit=PAGE):
                yield from _page(db, things, people, day, at)
                after = people[-1].id


def _page(
    db: Session, things: Things, people: Sequence[Person], day: date, at: datetime
) -> Iterator[Preview]:
    ledger = reminders.of_study_day(db, [person.id for person in people], day, PRACTICE)
    for person, learner_day in learner_days(db, people, day, things):
        row = ledger.get(person.id)
        chosen = choose(learner_day, at)
        planned = chosen if isinstance(chosen, Planned) else None
        yield Preview(
            email=person.email,
            organisation=person.organisation.slug,
            time_zone=person.time_zone,
            study_day=day,
            due_at=planned.due_at if planned else None,
            channels=planned.channels if planned else (),
            why=chosen.reason,
            standing=row.state if row else None,
        )
