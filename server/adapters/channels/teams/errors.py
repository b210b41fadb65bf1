"""What the answers of a Teams workflow mean for the address they came from."""

from __future__ import annotations

from http import HTTPStatus
from typing import Final

from server.adapters.channels.webhook import Reply

# A workflow taken away, or an address whose signature is no longer taken.
_GONE: Final = {HTTPStatus.UNAUTHORIZED, HTTPStatus.NOT_FOUND, HTTPStatus.GONE}
_NOT_FOUND: Final = ("WorkflowNotFound", "WorkflowTriggerNotFound")


def is_dead(reply: Reply) -> bool:
    """Whether no message will ever go there again.

    A workflow that was merely turned off answers 400 and may be turned on again.
    """
    return reply.status in _GONE or (
        reply.status == HTTPStatus.BAD_REQUEST and any(one in reply.words for one in _NOT_FOUND)
    )
