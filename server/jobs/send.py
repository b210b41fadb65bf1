"""Sending one reminder or one letter: claim and commit, send, write down how it went and commit."""

from __future__ import annotations

from collections.abc import Callable

from flask import Flask
from sqlalchemy.orm import Session

from server.config import Settings
from server.jobs import metrics
from server.jobs.runner import unit_of_work, world_of
from server.ports import Things
from server.reminding.deliver import claim_reminder
from server.reminding.letters import claim_letter
from server.reminding.parcel import Parcel, post
from server.reminding.settle import settle
from server.store.letters import OutgoingLetter
from server.store.outbox import Outgoing, State
from server.store.reminders import Reminder

ClaimOne = Callable[[Session, Things, Settings, int], Parcel | State | None]


def send_reminder(app: Flask, reminder_id: int) -> None:
    """Sends the reminder if it is due, free and still welcome. Safe to call any number of times."""
    _send(app, Reminder, claim_reminder, reminder_id)


def send_letter(app: Flask, letter_id: int) -> None:
    """Sends the letter if it is due and free. Safe to call any number of times."""
    _send(app, OutgoingLetter, claim_letter, letter_id)


def _send(app: Flask, table: type[Outgoing], claim: ClaimOne, message_id: int) -> None:
    things, settings = world_of(app)
    with unit_of_work(app) as session:
        claimed = claim(session, things, settings, message_id)
    if isinstance(claimed, State):
        metrics.came_to(table, claimed)
    if not isinstance(claimed, Parcel):
        return
    # No transaction is open here: a slow provider must not hold locks, and on SQLite the only one.
    outcome = post(claimed, things, things.clock.now())
    with unit_of_work(app) as session:
        state = settle(session, claimed, outcome, things.clock.now())
    metrics.attempted(outcome)
    metrics.came_to(table, state)
