"""Days off as a request tells them."""

from __future__ import annotations

from datetime import date
from typing import Any

from scheduler.study_day import study_day
from server.people import pauses
from server.people.pauses import LONGEST, LOOK_BACK
from server.store.database import db
from server.web.errors import wrong_field
from server.web.sign_in import me
from server.web.world import things


def today() -> date:
    """The study day of whoever asks."""
    return study_day(things().clock.now(), me().time_zone)


def checked(given: dict[str, Any]) -> tuple[date, date]:
    """First and last day, near enough to today to mean something."""
    earliest, latest = today() - LOOK_BACK, today() + 2 * LONGEST
    if given["from"] < earliest:
        raise wrong_field("from", "pauses-too-early", day=str(earliest))
    if given["until"] > latest:
        raise wrong_field("until", "pauses-too-late", day=str(latest))
    return given["from"], given["until"]


def replace(given: dict[str, Any] | None) -> None:
    """Puts these days in the place of all pauses that are not over; none ends them."""
    days = None if given is None else checked(given)
    pauses.replace(db.session(), me(), days, today=today(), now=things().clock.now())
