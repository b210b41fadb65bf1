"""Letting authors find cards that came in with a large file, in a process beside all others.

Taking the words of a hundred thousand cards apart keeps an interpreter busy for long, and nobody
waits for it: not the next import, and no request.
"""

from __future__ import annotations

import time

from flask import Flask

from server.jobs.beside import Beside, Start
from server.jobs.runner import unit_of_work
from server.store import scope, search_keeping, search_waiting

AT_ONCE = 1_000
# Then the process ends, and the clock starts another: a server that stops waits for its jobs.
PARTS = 40
# Who waits to write to SQLite looks ten times a second whether it is free.
RESTS_S = 0.1
_process = Beside("index-cards")


def index_cards(_app: Flask, _waiting_id: int, start: Start | None = None) -> None:
    """Has the waiting cards indexed. Safe to call any number of times."""
    _process.run(start)


def index_parts(app: Flask) -> None:
    """Indexes card after card, in parts between which others may write."""
    for _ in range(PARTS):
        time.sleep(RESTS_S)
        with unit_of_work(app) as session:
            with scope.across_organisations(session):
                waiting = search_waiting.taken(session)
            if waiting is None:
                return
            scope.work_for(session, waiting.organisation_id)
            if search_keeping.fill_some(session, waiting.card_set_id, AT_ONCE) < AT_ONCE:
                session.delete(waiting)
