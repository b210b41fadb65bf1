"""Several clients at once, each on a connection of its own."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from http import HTTPStatus

from scripts.benches.wire import Connection, Reply


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
    """Sends all requests, in order, as fast as so many clients get answers.

    Raises RuntimeError for an answer that is not 200: a fast refusal is no result.
    """
    waiting = deque(requests)
    began = time.perf_counter()
    with ThreadPoolExecutor(clients) as pool:
        shares = list(pool.map(lambda _: _client(port, waiting), range(clients)))
    seconds = time.perf_counter() - began
    return Rush([reply for share in shares for reply in share], seconds)


def _client(port: int, waiting: deque[bytes]) -> list[Reply]:
    replies: list[Reply] = []
    with Connection(port) as connection:
        while waiting:
            try:
                following = waiting.popleft()
            except IndexError:  # another client was quicker
                break
            reply = connection.ask(following)
            if reply.status != HTTPStatus.OK:
                raise RuntimeError(f"{reply.status}: {reply.json()}")
            replies.append(reply)
    return replies
