"""Beklijf run apart, as a firm runs it: one server, and clocks and workers as many as wanted."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

import httpx

from scripts.bootstrap.places import ROOT
from tests.servers import ports, processes
from tests.servers.shifted import CLOCK_FILE, ShiftedClock

LAUNCHER = (sys.executable, "-m", "tests.servers.shifted")


@dataclass
class Works:
    """Processes on one database and broker that share a clock which `clock.move_to` moves."""

    folder: Path
    settings: dict[str, str]
    began: datetime
    port: int = field(default_factory=ports.free_port)

    def __post_init__(self) -> None:
        self.url = f"http://{ports.LOOPBACK}:{self.port}"
        file = self.folder / "clock"
        self.clock = ShiftedClock(file)
        self.clock.move_to(self.began)
        self._running: dict[str, list[subprocess.Popen[bytes]]] = {}

    def serve(self) -> None:
        process = self._start("serve", str(self.port))
        ports.wait_until(self._alive, process, self._log("serve"), seconds=60)

    def start(self, what: str, count: int) -> None:
        """Starts `count` clocks or workers."""
        for _ in range(count):
            self._start(what)

    def stop(self, *kinds: str) -> None:
        """Asks these to end, or all, and waits until they have finished what is at hand.

        One that had ended by itself fails the test: it would have proved less than it says.
        """
        for kind in kinds or list(self._running):
            for process in self._running.pop(kind, []):
                assert process.poll() is None, self._log(kind).read_text()[-2000:]
                processes.stop(process, patience=30)

    def _start(self, what: str, *arguments: str) -> subprocess.Popen[bytes]:
        process = processes.start(
            [*LAUNCHER, what, *arguments],
            log=self._log(what),
            environment=self._environment(),
            folder=ROOT,
        )
        self._running.setdefault(what, []).append(process)
        return process

    def _log(self, what: str) -> Path:
        return self.folder / f"{what}.log"

    def _alive(self) -> bool:
        try:
            return httpx.get(f"{self.url}/healthz", timeout=2).is_success
        except httpx.HTTPError:
            return False

    def _environment(self) -> dict[str, str]:
        """Only what is said here: a setting of the person who runs the tests must not count."""
        inherited = {key: os.environ[key] for key in ("PATH", "HOME") if key in os.environ}
        ours = {
            "BEKLIJF_DATA_DIR": str(self.folder / "data"),
            "BEKLIJF_SECRET_KEY": "a secret of this journey",
            "BEKLIJF_BASE_URL": self.url,
            CLOCK_FILE: str(self.folder / "clock"),
        }
        return {**inherited, "PYTHONUTF8": "1", **ours, **self.settings}
