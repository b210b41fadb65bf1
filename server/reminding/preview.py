"""Who would get what, when and why, without sending or writing anything."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from sqlalchemy.orm import Session

from scheduler.reminders import Planned, choose
from server.ports import Things
from server.reminding.learner_day import page_of
from server.reminding.plan_reminders import PAGE, study_days
from server.store import reminder_facts, reminders, scope
from server.store.reminder_facts import Facts


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
    kind: str | None = None
    hour: int | None = None


def of(db: Session, things: Things, facts: Facts, day: date, at: datetime) -> Preview:
    """The same about one person, whatever they take part in."""
    [found] = _page(db, things, [facts], day, at)
    return found


def against(found: Preview, why: str) -> Preview:
    """The preview of somebody whom no reminder reaches for a reason that stands above the rules."""
    return replace(found, due_at=None, channels=(), why=why, kind=None, hour=None)


def preview(db: Session, things: Things, at: datetime) -> Iterator[Preview]:
    """Everyone who takes part in a campaign, as things would be decided at `at` (aware)."""
    with scope.across_organisations(db):
        for day, zones in study_days(db, at).items():
            after = 0
            while page := reminder_facts.practising(db, zones, day, after=after, limit=PAGE):
                yield from _page(db, things, page, day, at)
                after = page[-1].person_id


def _page(
    db: Session, things: Things, page: Sequence[Facts], day: date, at: datetime
) -> Iterator[Preview]:
    standing = reminders.states_of_study_day(db, [one.person_id for one in page], day)
    for one, learner_day in zip(page, page_of(db, page, day, things).days, strict=True):
        chosen = choose(learner_day, at)
        planned = chosen if isinstance(chosen, Planned) else None
        yield Preview(
            email=one.email,
            organisation=one.firm,
            time_zone=one.time_zone,
            study_day=day,
            due_at=planned.due_at if planned else None,
            channels=planned.channels if planned else (),
            why=chosen.reason,
            standing=standing.get(one.person_id),
            kind=planned.kind if planned else None,
            hour=planned.hour if planned else None,
        )
