"""Several requests at once, over many open connections."""

from __future__ import annotations

import contextlib
import time
from collections import deque
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from http import HTTPStatus

from scripts.benches.wire import Connection, Reply

CONNECTIONS = 50


@dataclass(frozen=True)
class Rush:
    """What a crowd got. `seconds` is from the first request to the last answer."""

    replies: Sequence[Reply]
    seconds: float

    @property
    def times_ms(self) -> list[float]:
        """How long each answer took."""
        return [reply.seconds * 1000 for reply in self.replies]


def rush(port: int, requests: Sequence[bytes], clients: int) -> Rush:
    """Sends all requests, in order, so many at a time, as fast as they are answered.

    They go over fifty open connections, as from fifty phones: the kernel deals connections to the
    server's processes by lot, and a few would often leave one process idle. Raises RuntimeError
    for an answer that is not 200: a fast refusal is no result.
    """
    waiting = deque(requests)
    with contextlib.ExitStack() as stack:
        idle = deque(stack.enter_context(Connection(port)) for _ in range(CONNECTIONS))
        began = time.perf_counter()
        with ThreadPoolExecutor(clients) as pool:
            shares = list(pool.map(lambda _: _client(idle, waiting), range(clients)))
        seconds = time.perf_counter() - began
    return Rush([reply for share in shares for reply in share], seconds)


def _client(idle: deque[Connection], waiting: deque[bytes]) -> list[Reply]:
    replies: list[Reply] = []
    while waiting:
        try:
            following = waiting.popleft()
        except IndexError:  # another client was quicker
            break
        connection = idle.popleft()
        reply = connection.ask(following)
        idle.append(connection)
        if reply.status != HTTPStatus.OK:
            raise RuntimeError(f"{reply.status}: {reply.json()}")
        replies.append(reply)
    return replies
