"""Several messages at once, to providers that take them one by one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor, wait
from typing import TypeVar

from server.ports import Outcomes

# A hundred messages are four rounds, which end within a lease though every provider lets us wait.
AT_ONCE = 32
# Each time is a transaction; a worker that is killed sends again what was not told of.
TOLD_EVERY_S = 0.25

T = TypeVar("T")


def sent(send: Callable[[T], None], messages: Sequence[T], *, at_once: int = AT_ONCE) -> Outcomes:
    """Calls `send` with each, in threads. What one raises is its outcome and no other's."""
    if not messages:
        return
    with ThreadPoolExecutor(min(at_once, len(messages))) as pool:
        places = {pool.submit(send, message): place for place, message in enumerate(messages)}
        pending = set(places)
        while pending:
            done, pending = wait(pending, TOLD_EVERY_S)
            if done:
                yield {places[one]: one.exception() for one in done}
