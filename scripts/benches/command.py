"""A command of `beklijf` as an operator gives it, and what it takes."""

from __future__ import annotations

import os
import subprocess
import time
from dataclasses import dataclass

from tests.servers.beklijf import BEKLIJF, Beklijf


@dataclass(frozen=True)
class Took:
    """`processor`: seconds of the command and what it started, without the database's.
    `peak_mb`: the most memory that one process of it held."""

    seconds: float
    processor: float
    peak_mb: float


def measured(beklijf: Beklijf, *arguments: str) -> Took:
    """Runs the command to its end, start of Python included. Raises where it fails."""
    began = time.perf_counter()
    process = subprocess.Popen(
        [*BEKLIJF, *arguments], env=beklijf.environment(), stdin=subprocess.DEVNULL
    )
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(f"beklijf {' '.join(arguments)} ended with {process.returncode}")
    seconds = time.perf_counter() - began
    return Took(seconds, used.ru_utime + used.ru_stime, used.ru_maxrss / 1000)
