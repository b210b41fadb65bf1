"""Where Slack takes messages for a learner."""

from __future__ import annotations

from server.adapters.channels.hosts import Hosts


def hosts(*, loopback: bool) -> Hosts:
    """Incoming webhooks of Slack and of its house for governments."""
    return Hosts(("hooks.slack.com", "hooks.slack-gov.com"), loopback)
