"""Workflows of Microsoft Teams that wait for a webhook, and unpack the card they are sent."""

from __future__ import annotations

import json
from contextlib import AbstractContextManager
from typing import Any

from tests.standins.http import Answer, Request, running
from tests.standins.webhooks import Webhooks

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


class Teams(Webhooks):
    """Chats, a workflow each."""

    path = "/workflows/{}/triggers/manual/paths/invoke?sig=x"
    taken = Answer(202)
    unfit = error("TriggerInputSchemaMismatch")

    def shown(self, request: Request, message: dict[str, Any]) -> dict[str, Any] | None:
        [attachment] = message["attachments"]
        whole = message["type"] == "message" and attachment["contentType"] == CARD
        fits = len(request.body) <= MOST_BYTES
        return dict(attachment["content"]) if whole and fits else None


def teams() -> AbstractContextManager[Teams]:
    """Runs the stand-in."""
    return running(Teams())
