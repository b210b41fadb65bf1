"""The facts that decide about reminders, for a page of people at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from sqlalchemy.orm import Session

from scheduler.days_off import Calendar
from scheduler.pause import stretched
from scheduler.reminders import LearnerDay
from server.calendars import calendar, resolved
from server.ports import Things
from server.reminding import channels
from server.store import beside_days, pauses
from server.store import learner_days as facts
from server.store.people import Person


def learner_days(
    db: Session, people: Sequence[Person], study_day: date, things: Things
) -> list[tuple[Person, LearnerDay]]:
    """Each person's study day as `scheduler.reminders.choose` wants it, in ten statements.

    Nothing is said to be in the ledger already; the callers choose for people about whom it is
    silent, or look again at what it holds.
    """
    ids = [person.id for person in people]
    calendars = _calendars(db, people, study_day)
    with_device = facts.device_channels(db, ids)
    practised = facts.practised(db, ids, study_day)
    waiting = _with_cards_waiting(db, people, calendars, study_day)
    return [
        (
            person,
            LearnerDay(
                study_day=study_day,
                time_zone=person.time_zone,
                window=(person.window_from, person.window_until),
                quiet=(person.quiet_from, person.quiet_until),
                calendar=calendars[person.id],
                preferred_minute=None,
                cards_waiting=int(person.id in waiting),
                done_today=person.id in practised,
                muted=not person.channels,
                channels=tuple(channels.usable(person, with_device, things)),
                already=frozenset(),
            ),
        )
        for person in people
    ]


def _calendars(db: Session, people: Sequence[Person], study_day: date) -> dict[int, Calendar]:
    away = pauses.of_people(db, [person.id for person in people], study_day)
    return {
        person.id: calendar(*_in_force(person), away.get(person.id, ()), study_day.year)
        for person in people
    }


def _in_force(person: Person) -> tuple[tuple[str, ...], str]:
    firm = person.organisation
    return resolved(person.day_loads, person.country, firm.day_loads, firm.country)


def _with_cards_waiting(
    db: Session, people: Sequence[Person], calendars: Mapping[int, Calendar], study_day: date
) -> set[int]:
    """Whose session would not be empty: a card is due, or one may be met, tested or kept up."""
    ids = [person.id for person in people]
    campaigns = facts.running(db, ids, study_day)
    beside = beside_days.with_pre_tests(db, ids, study_day)
    beside |= beside_days.with_upkeep(db, ids, campaigns, study_day)
    if not campaigns:
        return beside
    due = facts.first_dues(db, ids, campaigns, study_day)
    waiting = {
        person_id
        for person_id, dues in due.items()
        # What fell due in a pause is asked as many days later as the pause was long.
        if any(stretched(one, calendars[person_id].pauses) <= study_day for one in dues)
    }
    waiting |= beside
    others = [one for one in ids if one not in waiting]
    return waiting | facts.with_unmet_cards(db, others, campaigns, study_day)
