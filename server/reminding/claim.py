"""Taking a waiting message, reminder or letter, so that one worker at a time handles it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Generic, TypeVar

from sqlalchemy.orm import Session

from server.reminding.parcel import Claim
from server.reminding.settle import end, spent
from server.store import outbox, people, scope
from server.store.letters import OutgoingLetter
from server.store.outbox import State
from server.store.people import Person
from server.store.reminders import Reminder

Row = TypeVar("Row", Reminder, OutgoingLetter)


@dataclass(frozen=True, slots=True)
class Taken(Generic[Row]):
    """A claimed row and the person it is for. The session works for their organisation."""

    claim: Claim
    row: Row
    person: Person


def take(
    db: Session, table: type[Row], message_id: int, now: datetime
) -> Taken[Row] | State | None:
    """The message, the state in which it ended instead, or None: there is nothing to do here."""
    with scope.across_organisations(db):
        attempt = outbox.claim(db, table, message_id, now)
        row = db.get(table, message_id) if attempt is not None else None
    if attempt is None or row is None:
        return None
    scope.work_for(db, row.organisation_id)
    claim = Claim(table, message_id, attempt, row.organisation_id, row.expires_at)
    if over := spent(claim, now):
        return end(db, claim, over, over.value)
    person = people.by_id(db, row.person_id)
    if person is None or not person.active:
        return end(db, claim, State.DROPPED, "inactive")
    return Taken(claim, row, person)
