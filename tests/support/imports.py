"""A worker whose imports run in the test's own process, and what goes wrong with one."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from typing import cast

from flask import Flask

from server.jobs.bring_in import bring_in
from server.jobs.import_files import Start


class Ended:
    """What is left of a process."""

    pid = 0

    def __init__(self, returncode: int) -> None:
        self.returncode = returncode

    def wait(self, _seconds: float | None = None) -> int:
        return self.returncode

    def poll(self) -> int:
        return self.returncode


def here(app: Flask) -> Start:
    """Does the import at once."""
    return _start(lambda import_id, attempt: bring_in(app, import_id, attempt))


def dies(_import_id: int, _attempt: int) -> subprocess.Popen[bytes]:
    """Ends as a process does that took too much memory."""
    return cast("subprocess.Popen[bytes]", Ended(-9))


def _start(work: Callable[[int, int], None]) -> Start:
    def start(import_id: int, attempt: int) -> subprocess.Popen[bytes]:
        work(import_id, attempt)
        return cast("subprocess.Popen[bytes]", Ended(0))

    return start
