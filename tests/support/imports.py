"""A worker whose imports run in the test's own process, and what goes wrong with one."""

from __future__ import annotations

import os
import signal
import subprocess
from collections.abc import Callable
from typing import cast

from flask import Flask

from server.jobs.bring_in import bring_in
from server.jobs.import_files import Start


class Ended:
    """What is left of a process; without a return code one that never ends by itself."""

    pid = 0

    def __init__(self, returncode: int | None) -> None:
        self.returncode = returncode

    def wait(self, seconds: float | None = None) -> int | None:
        if self.returncode is None and seconds is not None:
            raise subprocess.TimeoutExpired("bring-in", seconds)
        return self.returncode

    def poll(self) -> int | None:
        return self.returncode


def here(app: Flask) -> Start:
    """Does the import at once."""
    return _start(lambda import_id, attempt: bring_in(app, import_id, attempt))


def breaks_off(_import_id: int, _attempt: int) -> subprocess.Popen[bytes]:
    """Ends as a process does that took too much memory."""
    return cast("subprocess.Popen[bytes]", Ended(-signal.SIGKILL))


def goes_on(_import_id: int, _attempt: int) -> subprocess.Popen[bytes]:
    """Works until it is ended."""
    return cast("subprocess.Popen[bytes]", Ended(None))


def finds_no_database(_import_id: int, _attempt: int) -> subprocess.Popen[bytes]:
    """Ends as a process does that meets a database of another version, or none."""
    return cast("subprocess.Popen[bytes]", Ended(os.EX_TEMPFAIL))


def _start(work: Callable[[int, int], None]) -> Start:
    def start(import_id: int, attempt: int) -> subprocess.Popen[bytes]:
        work(import_id, attempt)
        return cast("subprocess.Popen[bytes]", Ended(0))

    return start
