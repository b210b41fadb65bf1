"""The channels beside mail that this server can send through, best first."""

from __future__ import annotations

from email.utils import parseaddr
from typing import TYPE_CHECKING

from server.adapters.channels.fcm.sender import FcmSender
from server.adapters.channels.slack import sender as slack
from server.adapters.channels.teams import sender as teams
from server.adapters.channels.web_push.sender import WebPushSender
from server.channels import ORDER
from server.config import Settings
from server.ports import Clock, PushSender

if TYPE_CHECKING:
    from py_vapid import Vapid


def senders(settings: Settings, clock: Clock, key: Vapid) -> dict[str, PushSender]:
    """By name, in the order in which they are tried. A new channel is a folder and a line here."""
    contact = f"mailto:{parseaddr(settings.mail_from)[1]}"
    loopback = bool(settings.webhooks_to_loopback)
    made: dict[str, PushSender] = {
        "web_push": WebPushSender(
            key, contact, clock, allow_loopback=bool(settings.web_push_to_loopback)
        ),
        "teams": teams.sender(settings.base_url, clock, loopback=loopback),
        "slack": slack.sender(settings.base_url, clock, loopback=loopback),
    }
    if settings.fcm_credentials:
        made["fcm"] = FcmSender(settings.fcm_credentials, clock, settings.fcm_url)
    return {name: made[name] for name in ORDER if name in made}
