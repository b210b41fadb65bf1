"""When practice goes on, once nothing is left for today."""

from __future__ import annotations

from datetime import date, timedelta

from sqlalchemy.orm import Session

from scheduler.pause import stretched
from server.practice.day import Day
from server.store import study
from server.store.people import Learner


def next_date(db: Session, learner: Learner, day: Day) -> date | None:
    """The first study day after today that brings something; None where none is in sight.

    Cards beyond today's budget and new ones come tomorrow, others when they are due; nothing
    comes during a pause, nor after the last day of a card or of the campaigns that run.
    """
    found = [*_of_running(db, learner, day), *_beginning(day)]
    return min(found, default=None)


def _of_running(db: Session, learner: Learner, day: Day) -> list[date]:
    if not day.needs:
        return []
    tomorrow = _first_open(day, day.today + timedelta(days=1))
    moments = [
        moment
        for one in day.candidates
        if one.due_on is None or one.due_on <= day.today
        if (moment := max(stretched(one.due_on or tomorrow, day.pauses), tomorrow)) <= one.last_day
    ]
    pause = day.pauses[0] if day.pauses else None
    dues = study.next_dues(
        db,
        learner.id,
        day.release_ids,
        day.today,
        paused_from=pause.first_day if pause else None,
        paused_until=pause.last_day if pause else None,
    )
    moments += [stretched(due, day.pauses) for due in dues]
    last_day = max(need.ends_on for need in day.needs)
    return [moment for moment in moments if moment <= last_day]


def _beginning(day: Day) -> list[date]:
    return [] if day.begins_on is None else [_first_open(day, day.begins_on)]


def _first_open(day: Day, on: date) -> date:
    """That day, or the first one after the pause it lies in."""
    return max([on, *(p.last_day + timedelta(days=1) for p in day.pauses if p.covers(on))])
