"""Slack's incoming webhooks, which answer with one word."""

from __future__ import annotations

from contextlib import AbstractContextManager
from typing import Any

from tests.standins.http import Answer, Request, running
from tests.standins.webhooks import Webhooks

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


class Slack(Webhooks):
    """Channels."""

    path = "/services/T0/B0/{}"
    taken = Answer(200, b"ok")
    unfit = error("invalid_payload")

    def shown(self, request: Request, message: dict[str, Any]) -> dict[str, Any] | None:
        whole = request.headers["content-type"] == "application/json" and message.get("text")
        return message if whole else None


def slack() -> AbstractContextManager[Slack]:
    """Runs the stand-in."""
    return running(Slack())
