"""What the scripts tell the person who started them."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path


class Trouble(Exception):
    """Something lacks on this machine; the message says what, and how to mend it."""


@contextlib.contextmanager
def step(what: str) -> Iterator[None]:
    """Announce work that takes more than a second, and how long it took."""
    print(f"· {what} …", flush=True)
    began = time.monotonic()
    yield
    print(f"  done in {time.monotonic() - began:.0f} s", flush=True)


def must(
    command: Sequence[str | Path],
    remedy: str,
    *,
    environment: Mapping[str, str] | None = None,
    folder: Path | None = None,
) -> None:
    """Run a command quietly; when it fails, show its output and the remedy."""
    done = subprocess.run(
        [str(part) for part in command],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        env={**os.environ, **(environment or {})},
        cwd=folder,
        text=True,
        errors="replace",
        check=False,
    )
    if done.returncode:
        name = Path(command[0]).name
        raise Trouble(f"{_shortened(done.stdout)}\n\n{name} ended with {done.returncode}. {remedy}")


def _shortened(output: str, most: int = 40) -> str:
    """Tools put the reason first or last and pages of usage in between."""
    lines = output.strip().splitlines()
    if len(lines) > most:
        lines[most // 2 : -most // 2] = ["[…]"]
    return "\n".join(lines)


def run(work: Callable[[], int]) -> None:
    """Run a script's work; trouble becomes a message without a traceback, and exit code 1."""
    # A request to end must reach the servers of a test run, as Ctrl-C does; and Ctrl-C itself must
    # work when a shell started us in the background and so had it ignored.
    for request in (signal.SIGINT, signal.SIGTERM):
        signal.signal(request, signal.default_int_handler)
    try:
        code = work()
    except Trouble as trouble:
        print(f"\n{trouble}", file=sys.stderr)
        code = 1
    except KeyboardInterrupt:
        code = 130
    sys.exit(code)
