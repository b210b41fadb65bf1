"""Writing down how an attempt to mail a letter went."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from server.reminding.claim import Claim
from server.reminding.parcel import Outcome, Parcel
from server.reminding.settle import next_due
from server.store import outbox, people, scope
from server.store.letters import OutgoingLetter
from server.store.outbox import State

# Letters hold links that open accounts; none is kept longer than it is needed.
_EMPTIED: dict[str, Any] = {"values": {}}


def settle_letter(db: Session, parcel: Parcel[Claim], outcome: Outcome, now: datetime) -> State:
    """Closes the claim after sending, or lets it wait for another attempt. Gives the new state."""
    claim, told = parcel.claim, outcome.troubles
    scope.work_for(db, claim.organisation_id)
    if outcome.sent is not None:
        outbox.close_sent(
            db, OutgoingLetter, claim.message_id, sent_at=now, trouble=told, **_EMPTIED
        )
        return State.SENT
    due_at = next_due(claim, outcome, now)
    letter = db.get(OutgoingLetter, claim.message_id)
    if outcome.mail_gone and letter is not None:
        people.mail_bounced(db, [letter.person_id], now)
    if due_at is None:
        return end(db, claim, State.FAILED, told)
    _close(db, claim, State.PLANNED, due_at=due_at, trouble=told)
    return State.PLANNED


def end(db: Session, claim: Claim, state: State, why: str | None) -> State:
    """Closes a claim without sending."""
    _close(db, claim, state, trouble=why, **_EMPTIED)
    return state


def _close(db: Session, claim: Claim, state: State, **values: object) -> None:
    outbox.close(db, OutgoingLetter, claim.message_id, claim.attempt, state=state.value, **values)
