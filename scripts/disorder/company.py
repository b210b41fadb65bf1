"""Clocks and workers as real processes, ended by kill -9 one after the other and started anew."""

from __future__ import annotations

import random
import subprocess
import time
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

from tests.servers import processes
from tests.servers.beklijf import BEKLIJF

# Between two kills, and before what was killed comes back.
APART_S, AWAY_S = (2.0, 8.0), (0.0, 3.0)


class Company:
    """So many clocks and workers with the same settings."""

    def __init__(
        self, folder: Path, environment: Mapping[str, str], clocks: int, workers: int, seed: int
    ) -> None:
        self._folder = folder
        self._environment = environment
        self._places = ["clock"] * clocks + ["work"] * workers
        self._running: list[subprocess.Popen[bytes]] = []
        self._dice = random.Random(seed)
        self.killed: Counter[str] = Counter()

    def start(self) -> None:
        """Starts everybody."""
        self._running = [self._started(place) for place in range(len(self._places))]

    def disturb(self, seconds: float) -> None:
        """Kills any of them at any moment, for so long."""
        ends = time.monotonic() + seconds
        while time.monotonic() < ends:
            time.sleep(min(self._dice.uniform(*APART_S), max(ends - time.monotonic(), 0)))
            place = self._dice.randrange(len(self._places))
            self._kill(place)
            time.sleep(self._dice.uniform(*AWAY_S))
            self._running[place] = self._started(place)

    def kill_all(self) -> None:
        """A power cut."""
        for place in range(len(self._running)):
            self._kill(place)

    def stop(self) -> None:
        """Asks everybody to end."""
        for process in self._running:
            processes.stop(process, patience=30)

    def _kill(self, place: int) -> None:
        self._running[place].kill()
        self._running[place].wait()
        self.killed[self._places[place]] += 1

    def _started(self, place: int) -> subprocess.Popen[bytes]:
        name = self._places[place]
        log = self._folder / f"{name}-{place}.log"
        return processes.start([*BEKLIJF, name], log=log, environment=self._environment)
