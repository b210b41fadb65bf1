"""Where Microsoft takes messages for a learner's chat or channel in Teams."""

from __future__ import annotations

from server.adapters.channels.hosts import Hosts


def hosts(*, loopback: bool) -> Hosts:
    """Workflows of Power Automate, by their present and their former address.

    The connectors of `webhook.office.com` are not among them: Microsoft has ended them.
    """
    return Hosts(("api.powerplatform.com", "logic.azure.com"), loopback)
