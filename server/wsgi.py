"""What granian's workers load."""

from __future__ import annotations

import os

from flask import Flask

from server.app import create_app
from server.commands.embedded import EMBEDDED, run_inside
from server.commands.orphans import leave_with_parent
from server.config import Settings


def create() -> Flask:
    """The app of one worker process; embedded, with clock and worker inside it."""
    leave_with_parent()
    embedded = EMBEDDED in os.environ
    app = create_app(Settings.from_environment(os.environ, embedded=embedded))
    if embedded:
        run_inside(app)
    return app
