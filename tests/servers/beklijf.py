"""Real processes of Beklijf, started as an operator does: by `beklijf serve`, `work`, `clock`."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import httpx

from tests.servers import ports, processes

BEKLIJF = (sys.executable, "-m", "server.cli")


@dataclass
class Beklijf:
    """A server on a free loopback port that can be stopped, killed and started again.

    It keeps its port and data folder, so that clients find it back after a restart.
    """

    folder: Path
    settings: Mapping[str, str] = field(default_factory=dict)
    arguments: tuple[str, ...] = ("--embedded",)
    port: int = field(default_factory=ports.free_port)

    def __post_init__(self) -> None:
        self.url = f"http://{ports.LOOPBACK}:{self.port}"
        self.log = self.folder / f"serve-{self.port}.log"
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        command = ["serve", *self.arguments, "--port", str(self.port)]
        self._process = processes.start(
            [*BEKLIJF, *command], log=self.log, environment=self.environment()
        )
        ports.wait_until(self.alive, self._process, self.log, seconds=60)

    def stop(self) -> None:
        if self._process is not None:
            processes.stop(self._process)

    def kill(self) -> None:
        """End it as a power cut would: kill -9, for its worker processes too."""
        assert self._process is not None
        for pid in self.processes():
            os.kill(pid, 9)
        self._process.wait()

    def processes(self) -> list[int]:
        """It and all that it started."""
        assert self._process is not None
        return _descendants(self._process.pid)

    def alive(self) -> bool:
        try:
            return httpx.get(f"{self.url}/healthz", timeout=2).is_success
        except httpx.HTTPError:
            return False

    def command(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Run a `beklijf` command against the same data."""
        return subprocess.run(
            [*BEKLIJF, *arguments],
            env=self.environment(),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
        )

    def environment(self) -> dict[str, str]:
        """Only what is said here: a setting of the person who runs the tests must not count."""
        inherited = {
            key: os.environ[key] for key in ("PATH", "HOME", "TMPDIR") if key in os.environ
        }
        ours = {"BEKLIJF_DATA_DIR": str(self.folder / "data"), "BEKLIJF_BASE_URL": self.url}
        return {**inherited, "PYTHONUTF8": "1", **ours, **self.settings}


def _descendants(pid: int) -> list[int]:
    listed = subprocess.run(
        ["ps", "-A", "-o", "pid=,ppid="], capture_output=True, text=True, check=True
    )
    parents = {
        int(child): int(parent) for child, parent in map(str.split, listed.stdout.splitlines())
    }
    found = [pid]
    for ancestor in found:
        found += [child for child, parent in parents.items() if parent == ancestor]
    return found
