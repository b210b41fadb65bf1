"""What the ledger says beside what the provider took."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Any

from flask import Flask
from sqlalchemy import select

from scripts.disorder.provider import DEAD, BadDay
from server.store import scope
from server.store.database import db
from server.store.devices import Device
from server.store.outbox import OPEN, TAKEN_OVER, State
from server.store.reminders import Reminder

LIVE = "live-"


@dataclass(frozen=True)
class Reckoning:
    """`lost`: still waiting, or sent without the provider knowing of it, or given up. `twice`: with
    no lost answer and no killed worker to blame. `apart`: taken more than once under one tag, for
    one of those two reasons.
    """

    states: Counter[str]
    lost: int
    twice: int
    apart_for_an_answer: int
    apart_for_a_kill: int
    other_tags: int
    most_for_one: int
    dead_left: int

    @property
    def holds(self) -> bool:
        """Whether every promise was kept."""
        return not (self.lost or self.twice or self.other_tags or self.dead_left)


def open_rows(app: Flask) -> int:
    """How many reminders wait."""
    rows = select(Reminder.id).where(Reminder.state.in_(OPEN))
    with app.app_context(), scope.across_organisations(db.session()):
        return len(db.session.scalars(rows).all())


def reckoned(app: Flask, provider: BadDay) -> Reckoning:
    """Compares them row by row."""
    with app.app_context(), scope.across_organisations(db.session()):
        rows = db.session.execute(
            select(Reminder.person_id, Reminder.state, Reminder.trouble, Reminder.attempts)
        ).all()
        dead = db.session.scalars(
            select(Device.id).where(Device.address_key.startswith(DEAD))
        ).all()
    verdicts = Counter(_verdict(row, provider) for row in rows)
    tags = [set(tags) for tags in provider.taken.values()]
    return Reckoning(
        states=Counter(row.state for row in rows),
        lost=verdicts["lost"],
        twice=verdicts["twice"],
        apart_for_an_answer=verdicts["answer lost"],
        apart_for_a_kill=verdicts["worker killed"],
        other_tags=sum(len(one) > 1 for one in tags),
        most_for_one=max((len(one) for one in provider.taken.values()), default=0),
        dead_left=len(dead),
    )


def _verdict(row: Any, provider: BadDay) -> str:
    token = f"{LIVE}{row.person_id}"
    taken, answers_lost = len(provider.taken.get(token, ())), provider.lost[token]
    if row.state != State.SENT.value or not taken:
        return "lost"
    if taken == 1:
        return "once"
    if taken - 1 <= answers_lost:
        return "answer lost"
    was_killed = TAKEN_OVER in (row.trouble or "")
    # A worker that dies with the answer in its hand costs one more for each time it died.
    return "worker killed" if was_killed and taken <= row.attempts else "twice"
