"""Beklijf with a clock that a test moves: `python -m tests.servers.shifted serve PORT|work|clock`.

The same app as the real commands make, but its time is the machine's plus what stands in a file.
"""

from __future__ import annotations

import os
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

from flask import Flask

from server.adapters import real
from server.app import create_app
from server.commands.orphans import leave_with_parent
from server.config import Settings
from server.jobs import running
from tests.servers import ports

CLOCK_FILE = "CLOCK_FILE"
"""The environment variable that names the file."""


class ShiftedClock:
    """Time that runs on as usual, moved by the seconds in the file; looked up at each reading."""

    def __init__(self, file: Path) -> None:
        self._file = file

    def now(self) -> datetime:
        return datetime.now(UTC) + timedelta(seconds=float(self._file.read_text()))

    def move_to(self, now: datetime) -> None:
        """Makes it `now`, for every process that reads this file."""
        # Replaced at once: a process that reads meanwhile must not find half a number.
        fresh = self._file.with_suffix(".new")
        fresh.write_text(str((now - datetime.now(UTC)).total_seconds()))
        fresh.replace(self._file)


def create() -> Flask:
    """What granian's processes load."""
    leave_with_parent()
    return _app()


def _app() -> Flask:
    settings = Settings.from_environment(os.environ)
    clock = ShiftedClock(Path(os.environ[CLOCK_FILE]))
    return create_app(settings, real.things(settings, clock))


def _serve(port: int) -> None:
    from granian import Granian
    from granian.constants import Interfaces

    Granian(
        "tests.servers.shifted:create",
        factory=True,
        address=ports.LOOPBACK,
        port=port,
        interface=Interfaces.WSGI,
        blocking_threads=4,
        log_access=False,
    ).serve()


def main() -> None:
    what, *port = sys.argv[1:]
    if what == "serve":
        _serve(int(port[0]))
    elif what == "work":
        running.work(_app())
    else:
        running.clock(_app())


if __name__ == "__main__":
    main()
