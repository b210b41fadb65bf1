"""Why a reminder came or did not, in words."""

from __future__ import annotations

from typing import Final, get_args

from scheduler.reminders import HELP, PRACTICE, Obstacle
from scheduler.rhythm.hours import HourReason
from scheduler.rhythm.occasions import OccasionKind
from server.channels import parted
from server.reminding.receipts import PUT_OFF
from server.store.outbox import State
from server.texts import MissingText, text

NOT_ENROLLED: Final = "not-enrolled"
INACTIVE: Final = "inactive"
HOURS: Final = frozenset(get_args(HourReason))
REASONS: Final = frozenset(
    {
        *get_args(Obstacle), *HOURS, "own-moment", "window", PUT_OFF, INACTIVE, NOT_ENROLLED,
        State.EXPIRED.value, State.FAILED.value,
    }
)  # fmt: skip
KINDS: Final = (PRACTICE, HELP, *get_args(OccasionKind))
TROUBLES: Final = ("gone", "refused", "try again", "unsure", "fault")


def in_words(reason: str, language: str, hour: int | None = None) -> str:
    """The rule that decided. `hour`: the local hour that was picked, where one was."""
    clock = "" if hour is None else f"{hour}:00"
    name = f"{reason}-unknown" if hour is None and reason in HOURS else reason
    return _said(f"reminder-why-{name}", language, hour=clock)


def kind_in_words(kind: str, language: str) -> str:
    """What sort of reminder it is."""
    return _said(f"reminder-kind-{kind}", language)


def troubles_in_words(trouble: str | None, language: str) -> list[str]:
    """What went wrong on the way, each channel's once and without what the provider quoted."""
    found = [one.split(": ", 2) for one in (trouble or "").split("; ")]
    named = ((parted(parts[0])[0], parts[1]) for parts in found if len(parts) > 1)
    return [
        text(f"reminder-trouble-{what.replace(' ', '-')}", language, channel=channel)
        for channel, what in dict.fromkeys(named)
        if what in TROUBLES
    ]


def _said(key: str, language: str, **values: object) -> str:
    try:
        return text(key, language, **values)
    except MissingText:
        # Another version of Beklijf wrote the row, and its rule is not known here.
        return text("reminder-why-unknown", language)
