"""Through what people are reached: the names of the channels, in the order of trying."""

from __future__ import annotations

from typing import Final

MAIL: Final = "mail"
WEBHOOKS: Final = ("teams", "slack")
"""Those whose address a learner pastes in."""
ORDER: Final = ("fcm", "web_push", *WEBHOOKS, MAIL)


def circuit(channel: str, service: str) -> str:
    """What fails apart from all else: a channel, or the service that carries it for some."""
    return f"{channel}/{service}" if service else channel


def parted(circuit: str) -> tuple[str, str]:
    """Channel and service of a circuit."""
    channel, _, service = circuit.partition("/")
    return channel, service
