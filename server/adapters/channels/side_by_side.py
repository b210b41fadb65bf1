"""Several messages at once, to providers that take them one by one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from server.ports import Outcomes

# A hundred messages are two rounds, which end in time though every provider lets us wait.
AT_ONCE = 50

T = TypeVar("T")


def sent(send: Callable[[T], None], messages: Sequence[T]) -> Outcomes:
    """Calls `send` with each, in threads. What one raises is its outcome and no other's."""
    if not messages:
        return []
    with ThreadPoolExecutor(min(AT_ONCE, len(messages))) as pool:
        futures = [pool.submit(send, message) for message in messages]
    return [future.exception() for future in futures]
