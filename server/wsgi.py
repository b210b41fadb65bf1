"""What granian's processes load."""

from __future__ import annotations

import atexit
import os

from flask import Flask

from server.app import create_app
from server.commands.orphans import leave_with_parent
from server.commands.roof import EMBEDDED
from server.config import Settings


def create() -> Flask:
    """The app of one serving process; embedded, with clock and worker inside it."""
    leave_with_parent()
    embedded = EMBEDDED in os.environ
    app = create_app(Settings.from_environment(os.environ, embedded=embedded))
    from server.jobs.clock_watch import ClockWatch

    ClockWatch(app).start()
    if embedded:
        from server.jobs.running import start_inside

        atexit.register(start_inside(app))
    return app
