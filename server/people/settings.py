"""What a person decides about own learning."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from server.store.people import Person

CHANNELS = ("fcm", "web_push", "mail")


def change(person: Person, changes: Mapping[str, Any]) -> None:
    """Applies checked changes: names as in the API, wall times as minutes of the day."""
    for name, value in changes.items():
        if name == "learning_window":
            person.window_from, person.window_until = value["from"], value["until"]
        elif name == "quiet_hours":
            person.quiet_from, person.quiet_until = value["from"], value["until"]
        elif name == "pause":
            person.paused_from, person.paused_until = _both(value)
        elif name == "working_days":
            person.working_days = sorted(set(value))
        elif name == "channels":
            person.channels = list(dict.fromkeys(value))
        else:
            setattr(person, name, value)


def _both(pause: Mapping[str, date] | None) -> tuple[date | None, date | None]:
    return (pause["from"], pause["until"]) if pause else (None, None)
