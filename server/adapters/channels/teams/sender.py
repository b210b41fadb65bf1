"""Microsoft Teams, by a workflow of the learner's own that waits for a webhook."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from server.adapters.channels import side_by_side
from server.adapters.channels.teams.address import hosts
from server.adapters.channels.teams.errors import is_dead
from server.adapters.channels.webhook import Webhooks
from server.ports import Clock, Notice, Outcomes, Push

CARD = "application/vnd.microsoft.card.adaptive"
SCHEMA = "http://adaptivecards.io/schemas/adaptive-card.json"
VERSION = "1.4"


class TeamsSender:
    """One Adaptive Card with a link; it names nobody, because others may read along."""

    def __init__(self, base_url: str, clock: Clock, *, loopback: bool = False) -> None:
        self._webhooks = Webhooks(hosts(loopback=loopback), base_url, clock)

    def place(self, address: Mapping[str, object]) -> str | None:
        """The workflow's address, where it is one of Microsoft's."""
        return self._webhooks.place(address)

    def send_many(self, pushes: Sequence[Push]) -> Outcomes:
        """Posts each notice, several at once."""
        return side_by_side.sent(self._send, pushes)

    def _send(self, push: Push) -> None:
        link = self._webhooks.link(push.notice)
        reply = self._webhooks.post(push.address, message(push.notice, link))
        if not reply.taken:
            raise reply.trouble(gone=is_dead(reply))


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
