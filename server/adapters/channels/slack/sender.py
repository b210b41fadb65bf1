"""Slack, by an incoming webhook of the learner's own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from server.adapters.channels import side_by_side
from server.adapters.channels.slack.address import hosts
from server.adapters.channels.slack.errors import is_dead
from server.adapters.channels.webhook import Webhooks
from server.ports import Clock, Notice, Outcomes, Push


class SlackSender:
    """One message with a link; it names nobody, because others may read along."""

    def __init__(self, base_url: str, clock: Clock, *, loopback: bool = False) -> None:
        self._webhooks = Webhooks(hosts(loopback=loopback), base_url, clock)

    def place(self, address: Mapping[str, object]) -> str | None:
        """The webhook's address, where it is one of Slack's."""
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
    """The message in blocks; `text` is what a notification shows of it.

    A link and no button: Slack warns at the buttons of a webhook, which nobody answers.
    """
    words = f"*{_plain(notice.title)}*\n{_plain(notice.body)}"
    section = {"type": "mrkdwn", "text": f"{words}\n<{link}|{_plain(notice.button)}>"}
    return {
        "text": f"{notice.title} {link}",
        "blocks": [{"type": "section", "text": section}],
    }


def _plain(text: str) -> str:
    """The text with the three signs that Slack reads as markup written out."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
