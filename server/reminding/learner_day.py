"""The facts that decide about reminders, for a page of people at once."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sqlalchemy.orm import Session

from scheduler.pause import Pause, stretched
from scheduler.reminders import LearnerDay
from server.ports import Things
from server.reminding import channels
from server.store import learner_days as facts
from server.store.learner_days import FirstDue
from server.store.people import Person


def learner_days(
    db: Session, people: Sequence[Person], study_day: date, things: Things
) -> list[tuple[Person, LearnerDay]]:
    """Each person's study day as `scheduler.reminders.choose` wants it, in five statements.

    Nothing is said to be in the ledger already; the callers choose for people about whom it is
    silent, or look again at what it holds.
    """
    ids = [person.id for person in people]
    with_device = facts.device_channels(db, ids)
    practised = facts.practised(db, ids, study_day)
    waiting = _with_cards_waiting(db, people, study_day)
    return [
        (
            person,
            LearnerDay(
                study_day=study_day,
                time_zone=person.time_zone,
                window=(person.window_from, person.window_until),
                quiet=(person.quiet_from, person.quiet_until),
                working_days=frozenset(weekday - 1 for weekday in person.working_days),
                preferred_minute=None,
                cards_waiting=int(person.id in waiting),
                done_today=person.id in practised,
                paused=person.paused_on(study_day),
                muted=not person.channels,
                channels=tuple(channels.usable(person, with_device, things)),
                already=frozenset(),
            ),
        )
        for person in people
    ]


def _with_cards_waiting(db: Session, people: Sequence[Person], study_day: date) -> set[int]:
    """Whose session would not be empty: a card is due, or a new one may be met."""
    ids = [person.id for person in people]
    campaigns = facts.running(db, ids, study_day)
    if not campaigns:
        return set()
    due = facts.first_due(db, ids, campaigns, study_day)
    waiting = {
        person.id
        for person in people
        if person.id in due and _is_due(due[person.id], person, study_day)
    }
    others = [one for one in ids if one not in waiting]
    return waiting | facts.with_unmet_cards(db, others, campaigns, study_day)


def _is_due(first: FirstDue, person: Person, study_day: date) -> bool:
    """Cards that fell due in a pause are asked as many days later as the pause was long."""
    if first.outside is not None:
        return True
    if first.inside is None or person.paused_from is None or person.paused_until is None:
        return False
    return stretched(first.inside, [Pause(person.paused_from, person.paused_until)]) <= study_day
