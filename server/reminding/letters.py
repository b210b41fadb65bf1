"""Claiming a mail that somebody waits for: an invitation, or the way back after forgetting."""

from __future__ import annotations

from sqlalchemy.orm import Session

from server.config import Settings
from server.ports import Things
from server.reminding import mails
from server.reminding.claim import Taken, take
from server.reminding.parcel import MailRoute, Parcel
from server.store.letters import OutgoingLetter
from server.store.outbox import State


def claim_letter(
    db: Session, things: Things, settings: Settings, letter_id: int
) -> Parcel | State | None:
    """The letter ready to send, the state it is in instead, or None: nothing to do here."""
    now = things.clock.now()
    taken = take(db, OutgoingLetter, letter_id, now)
    if not isinstance(taken, Taken):
        return taken
    letter = mails.of_letter(taken.row, taken.person, settings, now)
    return Parcel(taken.claim, [MailRoute(letter)])
