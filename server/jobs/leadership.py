"""Of several clocks one leads; the others stand by."""

from __future__ import annotations

import os
import socket
from datetime import datetime

from flask import Flask

from server.jobs.runner import unit_of_work, world_of
from server.store import leader


class Leadership:
    """This clock's part in it. Two that both think they lead do no harm, only double work."""

    def __init__(self, app: Flask) -> None:
        self._app = app
        self._things, _ = world_of(app)
        self._holder = f"{socket.gethostname()} {os.getpid()} {self._things.dice.token()[-12:]}"
        self._until: datetime | None = None

    def renew(self) -> bool:
        """Takes or keeps the lead if it is free or ours. True when it was not ours just before."""
        led = self.held()
        now = self._things.clock.now()
        with unit_of_work(self._app) as session:
            leads = leader.lead(session, self._holder, now)
        self._until = now + leader.LEASE if leads else None
        return leads and not led

    def held(self) -> bool:
        """Whether this clock leads now. A clock that could not renew in time stops by itself."""
        return self._until is not None and self._things.clock.now() < self._until

    def step_down(self) -> None:
        """Gives the lead back, so that another clock goes on at once."""
        self._until = None
        with unit_of_work(self._app) as session:
            leader.step_down(session, self._holder)
