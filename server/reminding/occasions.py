"""What the campaigns of learners have to say on a study day."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from scheduler.days_off import Calendar
from scheduler.rhythm.back_off import DAILY_UNTIL
from scheduler.rhythm.history import NOTHING_YET, History
from scheduler.rhythm.occasions import Occasion, OccasionKind, falls_on, is_told
from server.store.campaign_spans import Span
from server.store.reminder_facts import Facts, numbers

_A_WEEK = timedelta(days=7)
_LAST_WEEK = timedelta(days=6)


def occasions(
    facts: Sequence[Facts],
    calendars: Sequence[Calendar],
    histories: Sequence[History],
    spans: Mapping[int, Span],
    day: date,
) -> list[Occasion | None]:
    """For each the occasion of that day, the weightiest of several."""
    found: dict[tuple[str | None, int, History | None], Occasion | None] = {}
    told = []
    for one, calendar, history in zip(facts, calendars, histories, strict=True):
        # Colleagues share campaigns and calendars: a firm has a handful of pairs. Only of whom
        # reminders leave alone more counts.
        ignores = history if history.ignored >= DAILY_UNTIL else None
        key = (one.campaigns, id(calendar), ignores)
        if key not in found:
            own = [spans[number] for number in numbers(one.campaigns) if number in spans]
            found[key] = _weightiest(own, calendar, ignores or NOTHING_YET, day)
        told.append(found[key])
    return told


def _weightiest(
    own: Sequence[Span], calendar: Calendar, history: History, day: date
) -> Occasion | None:
    """Beginnings and ends before the reminders of the course and of the way."""
    moments: list[tuple[OccasionKind, date]] = [
        *(("start", one.starts_on) for one in own),
        *(("result", one.ends_on + timedelta(days=1)) for one in own),
        *(("course-day", one.held_on) for one in own),
        # A programme of a week or less has none: it would come before the programme does.
        *(("last-week", one.ends_on - _LAST_WEEK) for one in own if one.days > _A_WEEK.days),
        *(("check-in", one.starts_on + timedelta(days=one.days // 2)) for one in own),
    ]
    near = ((kind, on) for kind, on in moments if on <= day <= on + 2 * _A_WEEK)
    firsts = ((kind, falls_on(kind, on, calendar)) for kind, on in near)
    return next(
        (
            Occasion(kind)
            for kind, first in firsts
            if first is not None and is_told(kind, first, day, history, calendar)
        ),
        None,
    )
