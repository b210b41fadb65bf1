"""Why a person did or did not get a reminder, and what would happen if one were chosen now."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from sqlalchemy.orm import Session

from scheduler.study_day import study_day
from server.ports import Things
from server.reminding import preview
from server.reminding.preview import Preview
from server.reminding.reasons import INACTIVE, NOT_ENROLLED
from server.store import reminder_facts, reminder_log
from server.store.people import Person
from server.store.reminder_log import Entry

TOLD: Final = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class History:
    """The last month's entries, latest first, and what would be chosen for today."""

    person: Person
    entries: Sequence[Entry]
    now: Preview


def of_person(db: Session, person: Person, things: Things) -> History:
    """All of it in a number of statements that does not grow. The session works for the firm."""
    at = things.clock.now()
    day = study_day(at, person.time_zone)
    facts = reminder_facts.of_people(db, [person.id], day)[person.id]
    now = preview.of(db, things, facts, day, at)
    if not person.active or person.password_hash is None:
        now = preview.against(now, INACTIVE)
    elif facts.campaigns is None:
        now = preview.against(now, NOT_ENROLLED)
    return History(person, reminder_log.of_person(db, person.id, day - TOLD), now)
