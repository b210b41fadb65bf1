"""Firebase on a bad day: it is slow, busy, errs, hangs up, or takes a message and does not say so.

What it does with a message is thrown by seeded dice; what it took is remembered.
"""

from __future__ import annotations

import contextlib
import json
import random
import threading
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from server.adapters.channels.fcm.sender import TIMEOUT_S
from tests.standins.fcm import Fcm, error
from tests.standins.http import Answer, Request, listening

# Of a thousand messages; the others are taken and answered.
TROUBLES = {
    "takes it and hangs up": 30,
    "takes it and never answers": 5,
    "never answers": 5,
    "429 with Retry-After": 40,
    "500": 40,
}
DEAD = "dead-"
SILENT_S = TIMEOUT_S + 2


@dataclass
class BadDay(Fcm):
    """`taken`: for each token the tags of messages it took, in order. `lost`: without an answer."""

    seed: int = 0
    down: bool = False
    taken: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    lost: Counter[str] = field(default_factory=Counter)
    did: Counter[str] = field(default_factory=Counter)

    def __post_init__(self) -> None:
        self._dice = random.Random(self.seed)
        self._turn = threading.Lock()

    def answer(self, request: Request) -> Answer:
        if request.path == "/token":
            return super().answer(request)
        message = json.loads(request.body)["message"]
        token = message["token"]
        with self._turn:
            does = self._decision(token)
            self.did[does] += 1
            if does in {"takes it", "takes it and hangs up", "takes it and never answers"}:
                self.taken[token].append(message["android"]["notification"]["tag"])
                self.lost[token] += does != "takes it"
            after = str(self._dice.randint(2, 20))
        return self._said(does, after)

    def _decision(self, token: str) -> str:
        if self.down:
            return "is down"
        if token.startswith(DEAD):
            return "404 UNREGISTERED"
        thrown = self._dice.randrange(1000)
        for trouble, share in TROUBLES.items():
            if thrown < share:
                return trouble
            thrown -= share
        return "takes it"

    @staticmethod
    def _said(does: str, after: str) -> Answer:
        if does.endswith("never answers"):
            time.sleep(SILENT_S)
        answers = {
            "takes it": Answer(200, b'{"name": "taken"}', {"Content-Type": "application/json"}),
            "429 with Retry-After": error("QUOTA_EXCEEDED", after),
            "500": error("INTERNAL"),
            "is down": error("UNAVAILABLE"),
            "404 UNREGISTERED": error("UNREGISTERED"),
        }
        return answers.get(does, Answer(drop=True))


@contextlib.contextmanager
def bad_day(seed: int) -> Iterator[BadDay]:
    """Runs it."""
    provider = BadDay(seed=seed)
    with listening(provider.answer) as url:
        provider.url = url
        yield provider
