"""Clock and worker inside the serving process, for one machine and no broker."""

from __future__ import annotations

from flask import Flask

from server.jobs import timetable, worker

EMBEDDED = "_BEKLIJF_EMBEDDED"


def run_inside(app: Flask) -> None:
    """Starts worker and clock as threads of this process."""
    worker.start(app)
    timetable.start(app)
