"""Work in a process beside all others: it would keep this interpreter busy for long."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Callable

Start = Callable[[], "subprocess.Popen[bytes]"]


class BrokeOff(RuntimeError):
    """The process ended before its work was done; the log of its output says why."""


class Beside:
    """One of our commands in a process of its own, with the settings of this one.

    `run` waits for its end. Where it runs already nothing is begun: the clock hints again.
    """

    def __init__(self, command: str) -> None:
        self._command = command
        self._one_at_a_time = threading.Lock()

    def run(self, start: Start | None = None) -> None:
        """Starts the process and waits; safe to call any number of times. Raises `BrokeOff`."""
        if not self._one_at_a_time.acquire(blocking=False):
            return
        try:
            ended_with = (start or self._start)().wait()
        finally:
            self._one_at_a_time.release()
        if ended_with != 0:
            raise BrokeOff(f"{self._command} ended with {ended_with}")

    def _start(self) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-m", "server.cli", self._command]
        return subprocess.Popen(command, stdin=subprocess.DEVNULL)  # noqa: S603 - our own module
