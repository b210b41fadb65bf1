"""Writing down how an attempt to send went, and when to try again."""

from __future__ import annotations

import random
from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from server.reminding.parcel import Claim, Outcome, Parcel
from server.store import devices, outbox, scope
from server.store.letters import OutgoingLetter
from server.store.outbox import State
from server.store.reminders import Reminder

MAX_ATTEMPTS = 8
FIRST_WAIT_S = 30
LONGEST_WAIT = timedelta(hours=1)


def spent(claim: Claim, now: datetime) -> State | None:
    """The state of a message whose time or tries are over before this attempt, else None.

    Tries run out here where each attempt ended with its worker: a message that kills whoever
    sends it must not do so for ever.
    """
    if now >= claim.expires_at:
        return State.EXPIRED
    return State.FAILED if claim.attempt > MAX_ATTEMPTS else None


def end(db: Session, claim: Claim, state: State, why: str) -> State:
    """Closes a claim without sending."""
    column = "reason" if claim.table is Reminder else "trouble"
    _close(db, claim, state, **{column: why}, **_emptied(claim))
    return state


def postpone(db: Session, claim: Claim, **moments: datetime) -> State:
    """Gives a claim back for a later moment."""
    _close(db, claim, State.PLANNED, **moments)
    return State.PLANNED


def settle(db: Session, parcel: Parcel, outcome: Outcome, now: datetime) -> State:
    """Closes the claim after sending, or lets it wait for another attempt. Gives the new state."""
    claim = parcel.claim
    scope.work_for(db, claim.organisation_id)
    for route in outcome.gone:
        devices.remove_dead(db, route.device_id, route.address_key)
    if outcome.sent_channel is not None:
        _close_sent(db, claim, outcome, now)
        return State.SENT
    due_at = now + wait(claim, outcome.after)
    if outcome.again and claim.attempt < MAX_ATTEMPTS and due_at < claim.expires_at:
        _close(db, claim, State.PLANNED, due_at=due_at, trouble=outcome.troubles)
        return State.PLANNED
    _close(db, claim, State.FAILED, trouble=outcome.troubles, **_emptied(claim))
    return State.FAILED


def wait(claim: Claim, asked: float | None) -> timedelta:
    """How long to wait after a failed attempt: doubling, up to an hour, at least what was asked.

    Up to a quarter is added, a different part for each message: a provider that comes back must
    not meet all of them in the same second.
    """
    doubled = min(timedelta(seconds=FIRST_WAIT_S * 2.0 ** (claim.attempt - 1)), LONGEST_WAIT)
    base = max(doubled, timedelta(seconds=asked or 0))
    part: float = random.Random(f"{claim.message_id} {claim.attempt}").random()
    return base * (1 + part / 4)


def _close(db: Session, claim: Claim, state: State, **values: object) -> None:
    outbox.close(db, claim.table, claim.message_id, claim.attempt, state=state.value, **values)


def _close_sent(db: Session, claim: Claim, outcome: Outcome, now: datetime) -> None:
    values = _emptied(claim)
    if claim.table is Reminder:
        values["sent_channel"] = outcome.sent_channel
    outbox.close_sent(
        db, claim.table, claim.message_id, sent_at=now, trouble=outcome.troubles, **values
    )


def _emptied(claim: Claim) -> dict[str, object]:
    """Letters hold links that open accounts; none is kept longer than it is needed."""
    return {"values": {}} if claim.table is OutgoingLetter else {}
