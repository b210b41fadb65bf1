"""Saying in the log of the server that no clock runs: its own log, if any, says nothing then."""

from __future__ import annotations

import threading
from datetime import datetime, timedelta
from typing import Final

import structlog
from flask import Flask
from sqlalchemy.exc import SQLAlchemyError

from server.jobs.runner import unit_of_work, world_of
from server.store import leader
from server.store.database import only_reads

LOOKS_EVERY_S: Final = 60
SAYS_AGAIN_AFTER: Final = timedelta(minutes=10)

log = structlog.get_logger()


class ClockWatch:
    """Looks at the clock's last sign of life."""

    def __init__(self, app: Flask) -> None:
        self._app = app
        self._clock = world_of(app)[0].clock
        self._said_at: datetime | None = None

    def start(self) -> None:
        """Looks every minute until the process ends, for the first time in a minute."""
        threading.Thread(target=self._looking, name="clock watch", daemon=True).start()

    def look(self) -> None:
        """Says that the clock stands still, and once that it runs again."""
        now = self._clock.now()
        try:
            with unit_of_work(self._app) as session:
                only_reads(session)
                silent, seen = leader.is_silent(session, now), leader.seen_at(session)
        except SQLAlchemyError:
            return  # /readyz tells that the database is away
        if not silent:
            if self._said_at is not None:
                log.warning("clock runs again")
            self._said_at = None
        elif self._said_at is None or now - self._said_at >= SAYS_AGAIN_AFTER:
            log.error("clock stands still: no reminder or mail goes out", last_seen=str(seen))
            self._said_at = now

    def _looking(self) -> None:
        pause = threading.Event()
        while not pause.wait(LOOKS_EVERY_S):
            self.look()
