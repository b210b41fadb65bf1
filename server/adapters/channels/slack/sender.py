"""Slack, by an incoming webhook of the learner's own."""

from __future__ import annotations

from typing import Any

from server.adapters.channels.slack.address import hosts
from server.adapters.channels.slack.errors import is_dead
from server.adapters.channels.webhook import Provider, WebhookSender
from server.ports import Clock, Notice


def sender(base_url: str, clock: Clock, *, loopback: bool = False) -> WebhookSender:
    """One message with a link; it names nobody, because others may read along."""
    return WebhookSender(Provider(hosts(loopback=loopback), message, is_dead), base_url, clock)


def message(notice: Notice, link: str) -> dict[str, Any]:
    """The message in blocks; `text` is what a notification shows of it.

    A link and no button: Slack warns at the buttons of a webhook, which nobody answers.
    """
    words = f"*{_plain(notice.title)}*\n{_plain(notice.body)}"
    section = {"type": "mrkdwn", "text": f"{words}\n<{link}|{_plain(notice.button)}>"}
    return {
        "text": f"{_plain(notice.title)} {link}",
        "blocks": [{"type": "section", "text": section}],
    }


def _plain(text: str) -> str:
    """The text with the three signs that Slack reads as markup written out."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
