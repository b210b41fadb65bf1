"""Sending what is due: claim, look, send, and write down how it went; a commit after each step."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from datetime import datetime
from functools import partial

import structlog
from flask import Flask
from sqlalchemy.exc import OperationalError

from server.jobs import metrics
from server.jobs.runner import unit_of_work, world_of
from server.reminding.circuits import Circuits
from server.reminding.claim import Claim
from server.reminding.deliver import Looked, look
from server.reminding.letters import claim_letter
from server.reminding.parcel import Outcome, Parcel
from server.reminding.post import post
from server.reminding.settle import settle
from server.reminding.settle_letters import settle_letter
from server.store import due_reminders, outbox, scope
from server.store.due_reminders import DueReminder
from server.store.letters import OutgoingLetter
from server.store.outbox import State
from server.store.reminders import Reminder

# As many as a provider takes at once, and few enough to be done long before their lease ends.
BATCH = 100
# Somebody waits for a letter: so many of them go before each batch of reminders.
LETTERS_BEFORE = 8
# Together less than is left of the lease when the last provider has answered.
SETTLES_AFTER_S = (0.2, 2, 10)

Done = tuple[Parcel[DueReminder], Outcome]

log = structlog.get_logger()


def send_reminders(app: Flask) -> None:
    """Sends a batch of reminders that are due, free and still welcome, the longest due first.

    Safe to call any number of times.
    """
    _letters_first(app)
    things, _ = world_of(app)
    with unit_of_work(app) as session, scope.across_organisations(session):
        held = due_reminders.take(session, things.clock.now(), BATCH)
    looked = _looked_at(app, held)
    # No transaction is open here: a slow provider must not hold locks, and on SQLite the only one.
    for state in looked.states:
        metrics.came_to(Reminder, state)
    if looked.parcels:
        for done in post(looked.parcels, things, _circuits(app)):
            _count(done, _settled(app, done), things.clock.now())


def _settled(app: Flask, done: Sequence[Done]) -> Sequence[State]:
    """What went out and is not written down would go out again, so the database is waited for."""
    things, _ = world_of(app)
    for pause in SETTLES_AFTER_S:
        try:
            with unit_of_work(app) as session:
                return settle(session, done, things.clock.now())
        except OperationalError:
            log.warning("cannot settle yet", reminders=len(done), exc_info=True)
            threading.Event().wait(pause)
    with unit_of_work(app) as session:
        return settle(session, done, things.clock.now())


def _count(done: Sequence[Done], states: Sequence[State], now: datetime) -> None:
    for parcel, outcome in done:
        metrics.attempted(outcome)
        if outcome.sent is not None and not parcel.claim.follows:
            metrics.sent(now - parcel.claim.due_at)
    for state in states:
        metrics.came_to(Reminder, state)


def send_letter(app: Flask, letter_id: int) -> None:
    """Sends the letter if it is due and free. Safe to call any number of times."""
    _send_letters(app, [letter_id])


def _letters_first(app: Flask) -> None:
    things, _ = world_of(app)
    with unit_of_work(app) as session, scope.across_organisations(session):
        due = outbox.due(session, OutgoingLetter, things.clock.now(), LETTERS_BEFORE)
    _send_letters(app, due)


def _send_letters(app: Flask, letter_ids: Sequence[int]) -> None:
    things, _ = world_of(app)
    claimed = [_claimed(app, one) for one in letter_ids]
    parcels = [one for one in claimed if isinstance(one, Parcel)]
    if not parcels:
        return
    for done in post(parcels, things, _circuits(app)):
        for parcel, outcome in done:
            with unit_of_work(app) as session:
                state = settle_letter(session, parcel, outcome, things.clock.now())
            metrics.attempted(outcome)
            metrics.came_to(OutgoingLetter, state)


def _claimed(app: Flask, letter_id: int) -> Parcel[Claim] | None:
    things, settings = world_of(app)
    with unit_of_work(app) as session:
        claimed = claim_letter(session, things, settings, letter_id)
    if isinstance(claimed, State):
        metrics.came_to(OutgoingLetter, claimed)
    return claimed if isinstance(claimed, Parcel) else None


def _looked_at(app: Flask, held: Sequence[DueReminder]) -> Looked:
    """Where one learner's facts cannot be read, that reminder is left to its lease, no other."""
    if not held:
        return Looked([], [])
    things, settings = world_of(app)
    try:
        with unit_of_work(app) as session:
            return look(session, things, settings, held)
    except Exception:
        if len(held) == 1:
            log.exception("reminder cannot be looked at", reminder=held[0].message_id)
            return Looked([], [])
    half = len(held) // 2
    first, second = _looked_at(app, held[:half]), _looked_at(app, held[half:])
    return Looked([*first.parcels, *second.parcels], [*first.states, *second.states])


def _circuits(app: Flask) -> Circuits:
    things, _ = world_of(app)
    return Circuits(partial(unit_of_work, app), things.clock)
