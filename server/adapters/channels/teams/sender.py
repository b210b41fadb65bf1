"""Microsoft Teams, by a workflow of the learner's own that waits for a webhook."""

from __future__ import annotations

from typing import Any

from server.adapters.channels.teams.address import hosts
from server.adapters.channels.teams.errors import is_dead
from server.adapters.channels.webhook import Provider, WebhookSender
from server.ports import Clock, Notice

CARD = "application/vnd.microsoft.card.adaptive"
SCHEMA = "http://adaptivecards.io/schemas/adaptive-card.json"
VERSION = "1.4"


def sender(base_url: str, clock: Clock, *, loopback: bool = False) -> WebhookSender:
    """One Adaptive Card with a link; it names nobody, because others may read along."""
    return WebhookSender(Provider(hosts(loopback=loopback), message, is_dead), base_url, clock)


def message(notice: Notice, link: str) -> dict[str, Any]:
    """The card in the envelope that Microsoft's own template of a workflow unpacks."""
    card = {
        "$schema": SCHEMA,
        "type": "AdaptiveCard",
        "version": VERSION,
        "fallbackText": notice.title,
        "body": [
            {"type": "TextBlock", "text": notice.title, "weight": "Bolder", "wrap": True},
            {"type": "TextBlock", "text": notice.body, "wrap": True},
        ],
        "actions": [{"type": "Action.OpenUrl", "title": notice.button, "url": link}],
    }
    return {"type": "message", "attachments": [{"contentType": CARD, "content": card}]}
