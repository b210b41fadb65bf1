"""What a learner's reminders came to so far, as far as it decides about the next one."""

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class History:
    """The facts of one learner before a study day.

    `ignored`: reminders in a row after which no session came. `in_week`: sent since the Monday of
    the study day's week. `alone` of `alone_of`: of the latest practice days, at most 14, those that
    began without a reminder that day. `asked_help`: the mail that asks what would help went out
    since the last session.
    """

    ignored: int = 0
    last_reminder_at: datetime | None = None
    last_reminder_on: date | None = None
    last_session_at: datetime | None = None
    last_practised_on: date | None = None
    in_week: int = 0
    alone: int = 0
    alone_of: int = 0
    asked_help: bool = False


NOTHING_YET = History()
"""Of somebody who was never reminded and never practised."""
