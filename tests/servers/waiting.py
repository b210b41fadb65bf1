"""Waiting for what another process does."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")


def until(ready: Callable[[], T], seconds: float = 30) -> T:
    """What `ready` gives as soon as it is true; fails when that takes longer than `seconds`."""
    give_up_at = time.monotonic() + seconds
    while not (found := ready()):
        assert time.monotonic() < give_up_at, f"still {found!r} after {seconds:.0f} s"
        time.sleep(0.02)
    return found
