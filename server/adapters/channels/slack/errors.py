"""What Slack's answers mean for the address they came from."""

from __future__ import annotations

from http import HTTPStatus
from typing import Final

from server.adapters.channels.webhook import Reply

_GONE: Final = {HTTPStatus.NOT_FOUND, HTTPStatus.GONE}
# The webhook, its workspace or its channel is no more; some of these come with status 403 or 400.
_DEAD: Final = (
    "no_service",
    "no_active_hooks",
    "no_team",
    "team_disabled",
    "invalid_token",
    "channel_not_found",
    "channel_is_archived",
    "user_not_found",
)


def is_dead(reply: Reply) -> bool:
    """Whether no message will ever go there again."""
    return reply.status in _GONE or (
        HTTPStatus.BAD_REQUEST <= reply.status < HTTPStatus.INTERNAL_SERVER_ERROR
        and any(word in reply.words for word in _DEAD)
    )
