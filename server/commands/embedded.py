"""Clock and worker inside the serving process, for one machine and no broker."""

from __future__ import annotations

from flask import Flask

EMBEDDED = "_BEKLIJF_EMBEDDED"


def run_inside(app: Flask) -> None:
    """Starts worker and clock as threads of this process."""
    from server.jobs import timetable, worker

    worker.start(app)
    timetable.start(app)
