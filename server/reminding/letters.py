"""Claiming a mail that somebody waits for: an invitation, or the way back after forgetting."""

from __future__ import annotations

from functools import partial

from sqlalchemy.orm import Session

from server.config import Settings
from server.ports import Things
from server.reminding import mails
from server.reminding.claim import Claim
from server.reminding.parcel import MailRoute, Parcel
from server.reminding.settle import spent
from server.reminding.settle_letters import end
from server.store import outbox, people, scope
from server.store.letters import OutgoingLetter
from server.store.outbox import State


def claim_letter(
    db: Session, things: Things, settings: Settings, letter_id: int
) -> Parcel[Claim] | State | None:
    """The letter ready to send, the state it is in instead, or None: nothing to do here."""
    now = things.clock.now()
    with scope.across_organisations(db):
        attempt = outbox.claim(db, OutgoingLetter, letter_id, now)
        row = db.get(OutgoingLetter, letter_id) if attempt is not None else None
    if attempt is None or row is None:
        return None
    scope.work_for(db, row.organisation_id)
    claim = Claim(letter_id, attempt, row.organisation_id, row.expires_at)
    if over := spent(claim, now):
        return end(db, claim, over, over.value)
    person = people.by_id(db, row.person_id)
    if person is None or not person.active:
        return end(db, claim, State.DROPPED, "inactive")
    write = partial(mails.of_letter, row, person, settings, now)
    return Parcel(claim, [MailRoute(write)])
