"""Slack's incoming webhooks, which answer with one word."""

from __future__ import annotations

import contextlib
import json
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from tests.standins.http import Answer, Request, listening

# The status that Slack gives with each of its words.
ERRORS = {
    "invalid_payload": 400,
    "user_not_found": 400,
    "action_prohibited": 403,
    "invalid_token": 403,
    "no_service": 404,
    "channel_not_found": 404,
    "channel_is_archived": 410,
    "rate_limited": 429,
    "rollup_error": 500,
}


def error(word: str, retry_after: str | None = None) -> Answer:
    """One of `ERRORS` as Slack says it."""
    headers = {"Retry-After": retry_after} if retry_after is not None else {}
    return Answer(ERRORS[word], word.encode(), headers)


@dataclass
class Slack:
    """What channels would show, by webhook; `answers` replaces the answer for one, for good."""

    url: str = ""
    posted: list[tuple[str, dict[str, Any]]] = field(default_factory=list)
    answers: dict[str, Answer] = field(default_factory=dict)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def webhook(self, name: str) -> str:
        """A new address."""
        return f"{self.url}/services/T0/B0/{name}"

    def answer(self, request: Request) -> Answer:
        name = request.path.removeprefix("/services/T0/B0/")
        if (trouble := self.answers.get(name)) is not None:
            return trouble
        message = json.loads(request.body)
        if request.headers["content-type"] != "application/json" or not message.get("text"):
            return error("invalid_payload")
        with self._lock:
            self.posted.append((name, message))
        return Answer(200, b"ok")


@contextlib.contextmanager
def slack() -> Iterator[Slack]:
    """Runs the stand-in."""
    standin = Slack()
    with listening(standin.answer) as url:
        standin.url = url
        yield standin
