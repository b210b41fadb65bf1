"""What each learner's reminders came to, as `scheduler.reminders` wants it."""

from __future__ import annotations

from datetime import date

from scheduler.rhythm.history import History
from scheduler.study_day import monday_of
from server.store.reminder_facts import Facts


def history_of(one: Facts, day: date) -> History:
    """The history before that study day.

    A session on the day of the last reminder or later ends what was ignored and the silence, also
    one that came hours after it.
    """
    practised, reminded = one.last_practised_on, one.last_reminder_on
    came_back = practised is not None and reminded is not None and practised >= reminded
    helped = (
        practised is not None and one.asked_help_on is not None and (practised >= one.asked_help_on)
    )
    return History(
        ignored=0 if came_back else one.ignored or 0,
        last_reminder_at=one.last_reminder_at,
        last_reminder_on=reminded,
        last_session_at=one.last_session_at,
        last_practised_on=practised,
        in_week=(one.in_week or 0) if one.week == monday_of(day) else 0,
        alone=(one.alone or 0).bit_count(),
        alone_of=one.alone_of or 0,
        asked_help=one.asked_help_on is not None and not helped,
    )
