"""Programs that tests start: each ended by its own process id, none left when pytest stops."""

from __future__ import annotations

import atexit
import contextlib
import shutil
import signal
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path


def start(
    command: Sequence[str | Path],
    *,
    log: Path,
    user: str | None = None,
    environment: Mapping[str, str] | None = None,
    folder: Path | None = None,
    stop_signal: signal.Signals = signal.SIGTERM,
) -> subprocess.Popen[bytes]:
    """Start a program with its output in `log`.

    It gets `stop_signal` when pytest itself dies, however that happens: from the kernel on
    Linux, elsewhere from an exit handler.
    """
    with log.open("ab") as output:
        process = subprocess.Popen(
            [*_dies_with_us(stop_signal), *map(str, command)],
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            user=user,
            # Root's supplementary groups would otherwise stay with the unprivileged program.
            extra_groups=[] if user else None,
            env=dict(environment) if environment is not None else None,
            cwd=folder,
        )
    atexit.register(stop, process, stop_signal)
    return process


def stop(
    process: subprocess.Popen[bytes],
    stop_signal: signal.Signals = signal.SIGTERM,
    patience: float = 10,
) -> None:
    """Ask the program to end, and end it when it has not after `patience` seconds."""
    if process.poll() is not None:
        return
    process.send_signal(stop_signal)
    try:
        process.wait(patience)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


@contextlib.contextmanager
def running(
    process: subprocess.Popen[bytes], stop_signal: signal.Signals = signal.SIGTERM
) -> Iterator[subprocess.Popen[bytes]]:
    try:
        yield process
    finally:
        stop(process, stop_signal)


def _dies_with_us(stop_signal: signal.Signals) -> list[str]:
    setpriv = shutil.which("setpriv")  # util-linux; elsewhere the exit handler must do
    return [setpriv, "--pdeathsig", stop_signal.name.removeprefix("SIG")] if setpriv else []
