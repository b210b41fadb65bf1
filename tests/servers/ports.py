"""Loopback ports: finding a free one, and waiting until something answers on it."""

from __future__ import annotations

import socket
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

LOOPBACK = "127.0.0.1"


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind((LOOPBACK, 0))
        port: int = probe.getsockname()[1]
        return port


def answers(port: int) -> bool:
    try:
        with socket.create_connection((LOOPBACK, port), timeout=1):
            return True
    except OSError:
        return False


def wait_until(
    ready: Callable[[], bool],
    process: subprocess.Popen[bytes],
    log: Path,
    seconds: float = 30,
) -> None:
    """Wait for `ready`; a program that ends or stays silent fails with the tail of its log."""
    give_up_at = time.monotonic() + seconds
    while not ready():
        ended = process.poll() is not None
        if ended or time.monotonic() > give_up_at:
            tail = log.read_text(errors="replace")[-2000:]
            state = f"ended with {process.returncode}" if ended else f"silent for {seconds:.0f} s"
            raise RuntimeError(f"{process.args!r} {state}:\n{tail}")
        time.sleep(0.02)
