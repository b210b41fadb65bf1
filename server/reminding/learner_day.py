"""The facts that decide about reminders, for thousands of people at once."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sqlalchemy.orm import Session

from scheduler.days_off import Calendar
from scheduler.reminders import LearnerDay
from server import calendars
from server.ports import Things
from server.reminding import channels
from server.reminding.waiting import with_cards_waiting
from server.store import pauses, reminder_facts
from server.store.people import Person
from server.store.reminder_facts import Facts, parsed


def learner_days(
    db: Session, people: Sequence[Person], study_day: date, things: Things
) -> list[tuple[Person, LearnerDay]]:
    """Each person's study day as `scheduler.reminders.choose` wants it, in nine statements.

    Nothing is said to be in the ledger already; the callers choose for people about whom it is
    silent, or look again at what it holds.
    """
    found = reminder_facts.of_people(db, [person.id for person in people], study_day)
    facts = [found[person.id] for person in people]
    return [*zip(people, days_of(db, facts, study_day, things), strict=True)]


def days_of(
    db: Session, facts: Sequence[Facts], study_day: date, things: Things
) -> list[LearnerDay]:
    """The same from facts that were read already, in eight statements."""
    own = [_calendar(one, study_day) for one in facts]
    waiting = with_cards_waiting(db, facts, own, study_day)
    reach = channels.Reach.of(things)
    return [
        LearnerDay(
            study_day=study_day,
            time_zone=one.time_zone,
            window=(one.window_from, one.window_until),
            quiet=(one.quiet_from, one.quiet_until),
            calendar=calendar,
            own_minute=one.own_minute,
            cards_waiting=int(one.person_id in waiting),
            done_today=one.practised,
            muted=one.channels == "[]",
            channels=reach.usable(one),
            already=frozenset(),
        )
        for one, calendar in zip(facts, own, strict=True)
    ]


def _calendar(one: Facts, study_day: date) -> Calendar:
    week, country = calendars.resolved(
        parsed(one.day_loads), one.country, parsed(one.firm_day_loads) or (), one.firm_country
    )
    return calendars.calendar(week, country, pauses.read(one.pauses), study_day.year)
