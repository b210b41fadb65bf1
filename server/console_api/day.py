"""What day it is for the console."""

from __future__ import annotations

from datetime import date

from scheduler.study_day import study_day
from server.web.sign_in import me
from server.web.world import things


def today() -> date:
    """The study day where the organisation is."""
    return study_day(things().clock.now(), me().organisation.time_zone)
