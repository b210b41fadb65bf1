"""Writing down how attempts to send went, and when to try again."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy.orm import Session

from server.reminding.note_sent import note_sent
from server.reminding.parcel import Held, Outcome, Parcel, PushRoute
from server.store import devices, due_reminders, people, scope
from server.store.due_reminders import DueReminder, written
from server.store.outbox import State

MAX_ATTEMPTS = 8
FIRST_WAIT_S = 30
LONGEST_WAIT = timedelta(hours=1)
# Over this time those go that waited for a channel: it must not meet all of them at once.
SPREAD = timedelta(seconds=30)
# How long a device that tells of arrivals may stay silent before mail follows.
FALLS_BACK_AFTER = timedelta(minutes=60)


@dataclass(frozen=True, slots=True)
class Closing:
    """What an attempt came to, and its row as it is to stand."""

    state: State
    row: dict[str, Any]


def spent(claim: Held, now: datetime) -> State | None:
    """The state of a message whose time or tries are over before this attempt, else None.

    Tries run out here where each attempt ended with its worker: a message that kills whoever
    sends it must not do so for ever.
    """
    if now >= claim.expires_at:
        return State.EXPIRED
    return State.FAILED if claim.attempt > MAX_ATTEMPTS else None


def given_up(held: DueReminder, state: State, why: str) -> Closing:
    """A reminder that is not sent, and why. One that mail was to follow stays sent as it was."""
    if held.follows:
        return Closing(state, written(held, State.SENT, trouble=why))
    return Closing(state, written(held, state, reason=why))


def postponed(held: DueReminder, due_at: datetime, expires_at: datetime) -> Closing:
    """A reminder that waits for a later moment."""
    return Closing(
        State.PLANNED, written(held, State.PLANNED, due_at=due_at, expires_at=expires_at)
    )


def close(db: Session, closings: Sequence[Closing]) -> None:
    """Writes what attempts came to. The session looks across organisations."""
    sent = [one.row for one in closings if one.state is State.SENT]
    due_reminders.close_sent(db, sent)
    due_reminders.close(db, [one.row for one in closings if one.state is not State.SENT])


def settle(
    db: Session, done: Sequence[tuple[Parcel[DueReminder], Outcome]], now: datetime
) -> list[State]:
    """Closes the claims after sending, or lets them wait for another attempt. Gives the states."""
    if not done:
        return []
    closings = [_after(parcel.claim, outcome, now) for parcel, outcome in done]
    with scope.across_organisations(db):
        close(db, closings)
        note_sent(db, [parcel.claim for parcel, outcome in done if outcome.sent], now)
        for _, outcome in done:
            for route in outcome.gone:
                devices.remove_dead(db, route.device_id, route.address_key)
        dead = [parcel.claim.person_id for parcel, outcome in done if outcome.mail_gone]
        people.mail_bounced(db, dead, now)
    return [one.state for one in closings]


def wait(claim: Held, asked: float | None) -> timedelta:
    """How long to wait after a failed attempt: doubling, up to an hour, at least what was asked.

    Up to a quarter is added, a different part for each message: a provider that comes back must
    not meet all of them in the same second.
    """
    doubled = min(timedelta(seconds=FIRST_WAIT_S * 2.0 ** (claim.attempt - 1)), LONGEST_WAIT)
    base = max(doubled, timedelta(seconds=asked or 0))
    return base * (1 + part(claim) / 4)


def part(claim: Held) -> float:
    """From 0 to 1, another for each message and attempt."""
    return random.Random(f"{claim.message_id} {claim.attempt}").random()


def next_due(claim: Held, outcome: Outcome, now: datetime) -> datetime | None:
    """When to try again, or None where that is of no use."""
    if outcome.idle_until is not None:
        return outcome.idle_until + SPREAD * part(claim)
    due_at = now + wait(claim, outcome.after)
    good = outcome.again and claim.attempt < MAX_ATTEMPTS and due_at < claim.expires_at
    return due_at if good else None


def _after(held: DueReminder, outcome: Outcome, now: datetime) -> Closing:
    told = outcome.troubles
    if outcome.sent is not None:
        return Closing(State.SENT, written(held, State.SENT, trouble=told, **_sent(outcome, now)))
    due_at = next_due(held, outcome, now)
    if due_at is None:
        state = State.SENT if held.follows else State.FAILED
        return Closing(State.FAILED, written(held, state, trouble=told))
    # A wait for a channel that is down is no attempt, and never makes a reminder fail.
    attempts = held.attempt - 1 if outcome.idle_until is not None else held.attempt
    row = written(held, State.PLANNED, trouble=told, due_at=due_at, attempts=attempts)
    return Closing(State.PLANNED, row)


def _sent(outcome: Outcome, now: datetime) -> dict[str, Any]:
    falls_back = isinstance(outcome.sent, PushRoute) and outcome.sent.falls_back
    return {
        "sent_at": now,
        "sent_channel": outcome.sent_channel,
        "fallback_at": now + FALLS_BACK_AFTER if falls_back else None,
    }
