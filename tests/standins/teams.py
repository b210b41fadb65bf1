"""Workflows of Microsoft Teams that wait for a webhook, and unpack the card they are sent."""

from __future__ import annotations

import contextlib
import json
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from tests.standins.http import Answer, Request, listening

CARD = "application/vnd.microsoft.card.adaptive"
MOST_BYTES = 28_000
# The status that comes with each of Microsoft's codes.
ERRORS = {
    "WorkflowTriggerIsNotEnabled": 400,
    "TriggerInputSchemaMismatch": 400,
    "DirectApiAuthorizationRequired": 401,
    "WorkflowNotFound": 404,
    "WorkflowRunRateLimitExceeded": 429,
    "ServiceUnavailable": 503,
}


def error(code: str, retry_after: str | None = None) -> Answer:
    """One of `ERRORS` as Microsoft words it."""
    headers = {"Content-Type": "application/json"}
    if retry_after is not None:
        headers["Retry-After"] = retry_after
    document = {"error": {"code": code, "message": f"{code}."}}
    return Answer(ERRORS[code], json.dumps(document).encode(), headers)


@dataclass
class Teams:
    """What chats would show, by workflow; `answers` replaces the answer for one, for good."""

    url: str = ""
    posted: list[tuple[str, dict[str, Any]]] = field(default_factory=list)
    answers: dict[str, Answer] = field(default_factory=dict)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def webhook(self, name: str) -> str:
        """A new address."""
        return f"{self.url}/workflows/{name}/triggers/manual/paths/invoke?sig=x"

    def answer(self, request: Request) -> Answer:
        name = request.path.split("/")[2]
        if (trouble := self.answers.get(name)) is not None:
            return trouble
        message = json.loads(request.body)
        [attachment] = message["attachments"]
        whole = message["type"] == "message" and attachment["contentType"] == CARD
        if not whole or len(request.body) > MOST_BYTES:
            return error("TriggerInputSchemaMismatch")
        with self._lock:
            self.posted.append((name, attachment["content"]))
        return Answer(202)


@contextlib.contextmanager
def teams() -> Iterator[Teams]:
    """Runs the stand-in."""
    standin = Teams()
    with listening(standin.answer) as url:
        standin.url = url
        yield standin
