"""What a person decides about own learning."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from server.store.people import Person


def change(person: Person, changes: Mapping[str, Any]) -> None:
    """Applies checked changes: names as in the API, wall times as minutes of the day."""
    for name, value in changes.items():
        if name == "learning_window":
            person.window_from, person.window_until = value["from"], value["until"]
        elif name == "quiet_hours":
            person.quiet_from, person.quiet_until = value["from"], value["until"]
        elif name == "mail_bounced":
            person.mail_bounced_at = None
        elif name == "channels":
            person.channels = list(dict.fromkeys(value))
        else:
            setattr(person, name, value)
    # A day is counted in cards or in minutes; the one said last holds.
    if changes.get("minutes_per_day") is not None:
        person.cards_per_day = None
    elif "cards_per_day" in changes:
        person.minutes_per_day = None
