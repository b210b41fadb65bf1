"""When practice goes on, once nothing is left for today."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from sqlalchemy.orm import Session

from scheduler.pause import Pause, stretched
from scheduler.queue import Candidate
from server.practice.day import Day
from server.store import study
from server.store.people import Learner


def next_date(db: Session, learner: Learner, day: Day) -> date | None:
    """The first study day after today that brings something; None where none is in sight.

    Cards beyond today's budget and new ones come on the next day that asks something, others when
    they are due; nothing comes on a day off or in a pause, while a card rests, nor after the last
    day of a card or of the campaigns that run.
    """
    found = [*_of_candidates(day), *_of_memory(db, learner, day), *_beginning(day)]
    return min(found, default=None)


def _of_candidates(day: Day) -> list[date]:
    """Those that were read: also of a pre-test, of upkeep, and what a date of the learner's wants
    before it is due."""
    tomorrow = day.today + timedelta(days=1)
    pauses = day.calendar.pauses
    spans = {
        (max(_asked_on(one, pauses) or tomorrow, one.first_day, tomorrow), one.last_day)
        for one in day.candidates
    }
    return [
        moment
        for first, last in spans
        if first <= last
        for moment in _first_open(day, first)
        if moment <= last
    ]


def _of_memory(db: Session, learner: Learner, day: Day) -> list[date]:
    """Those that campaigns which run today ask on days to come."""
    if not day.needs:
        return []
    dues = study.next_dues(db, learner.id, day.release_ids, day.today)
    moments = _first_open(day, *(stretched(due, day.calendar.pauses) for due in dues))
    last_day = max(need.ends_on for need in day.needs)
    return [moment for moment in moments if moment <= last_day]


def _beginning(day: Day) -> list[date]:
    return [] if day.begins_on is None else _first_open(day, day.begins_on)


def _asked_on(one: Candidate, pauses: Sequence[Pause]) -> date | None:
    return None if one.due_on is None else stretched(one.due_on, pauses)


def _first_open(day: Day, *dues: date) -> list[date]:
    """The first day that asks something from the earliest of these on, as a list of at most one."""
    found = day.calendar.first_open(min(dues)) if dues else None
    return [] if found is None else [found]
