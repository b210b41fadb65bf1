"""The period of a figure: whole weeks from Monday to Sunday.

Days would let a reader take two figures a day apart from each other, and see who answered between.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from scheduler.study_day import monday_of

WEEK = timedelta(days=7)


def whole_weeks(first: date, last: date) -> tuple[date, date]:
    """The weeks that the days lie in, as their first Monday and last Sunday."""
    return monday_of(first), monday_of(last) + timedelta(days=6)


def without_gaps(mondays: Iterable[date]) -> Iterator[date]:
    """Every Monday from the first to the last of these; nothing when there are none."""
    known = set(mondays)
    if not known:
        return
    week = min(known)
    while week <= max(known):
        yield week
        week += WEEK
