"""One start at a time may prepare the checkout: two installs at once would wreck it."""

from __future__ import annotations

import contextlib
import fcntl
import os
from collections.abc import Iterator
from pathlib import Path


def lock(folder: Path, operation: int) -> int:
    """Lock a folder and return the descriptor that holds the lock until it is closed.

    The folder itself is locked, so no file is left behind and a killed start leaves nothing to
    clear. Raises BlockingIOError with `LOCK_NB` when somebody else holds it.
    """
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(descriptor, operation)
    except OSError:
        os.close(descriptor)
        raise
    return descriptor


@contextlib.contextmanager
def alone_in(folder: Path) -> Iterator[None]:
    try:
        descriptor = lock(folder, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        print("· another start is preparing this checkout; waiting for it …", flush=True)
        descriptor = lock(folder, fcntl.LOCK_EX)
    try:
        yield
    finally:
        os.close(descriptor)
