"""The facts that decide about reminders, for thousands of people at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import repeat
from typing import NamedTuple

from sqlalchemy.orm import Session

from scheduler.days_off import Calendar
from scheduler.reminders import LearnerDay
from scheduler.rhythm.arms import NONE
from scheduler.rhythm.history import History
from scheduler.rhythm.hours import HourReason
from server import calendars
from server.ports import Things
from server.reminding import channels
from server.reminding.histories import history_of
from server.reminding.occasions import occasions
from server.reminding.picking import Picked, picked
from server.reminding.waiting import with_cards_waiting
from server.store import campaign_spans, pauses, reminder_facts
from server.store.people import Person
from server.store.reminder_facts import Facts, numbers, parsed


@dataclass(frozen=True, slots=True)
class Page:
    """Some people's study days, and by place what was picked for each."""

    days: Sequence[LearnerDay]
    picked: Picked


def page_of(db: Session, facts: Sequence[Facts], study_day: date, things: Things) -> Page:
    """Each one's study day as `scheduler.reminders.choose` wants it, in up to eleven statements.

    Nothing is said to be in the ledger already: the callers choose for people about whom it is
    silent, or look again at what it holds.
    """
    histories = [history_of(one, study_day) for one in facts]
    picks = picked(db, facts, histories, study_day, things.clock.now())
    moments = _moments(facts, picks)
    days = _days(db, facts, study_day, things, histories=histories, moments=moments)
    return Page(days, picks)


def at_their_moment(
    db: Session, people: Sequence[Person], study_day: date, things: Things
) -> list[tuple[Person, LearnerDay]]:
    """The same of people whose reminder is due: all limits are asked again, but no moment.

    An hour picked again would put off whoever's hour has begun, minute after minute.
    """
    found = reminder_facts.of_people(db, [person.id for person in people], study_day)
    facts = [found[person.id] for person in people]
    histories = [history_of(one, study_day) for one in facts]
    days = _days(db, facts, study_day, things, histories=histories, moments=repeat(_AT_ONCE))
    return [*zip(people, days, strict=False)]


def before_this_one(day: LearnerDay) -> LearnerDay:
    """The day as if nothing went out on it: what is sent later, or by mail after a push that did
    not arrive, would else stand in its own way."""
    history = day.history
    if history.last_reminder_on != day.study_day:
        return day
    alone = replace(
        history, last_reminder_at=None, last_reminder_on=None, in_week=max(history.in_week - 1, 0)
    )
    return replace(day, history=alone)


class _Moment(NamedTuple):
    own_minute: int | None
    hour: int | None
    why: HourReason


_AT_ONCE = _Moment(None, None, "usual-hour")


def _moments(facts: Sequence[Facts], picks: Picked) -> Iterator[_Moment]:
    hours = picks.hours
    for one, hour, why in zip(facts, hours.hour.tolist(), hours.why, strict=True):
        yield _Moment(one.own_minute, None if hour == NONE else hour, why)


def _days(
    db: Session,
    facts: Sequence[Facts],
    study_day: date,
    things: Things,
    *,
    histories: Sequence[History],
    moments: Iterable[_Moment],
) -> list[LearnerDay]:
    own = [_calendar(one, study_day) for one in facts]
    spans = campaign_spans.spans(db, {one for each in facts for one in numbers(each.campaigns)})
    waiting = with_cards_waiting(db, facts, own, spans, study_day)
    told = occasions(facts, own, histories, spans, study_day)
    reach = channels.Reach.of(things)
    return [
        LearnerDay(
            study_day=study_day,
            time_zone=one.time_zone,
            window=(one.window_from, one.window_until),
            quiet=(one.quiet_from, one.quiet_until),
            calendar=calendar,
            cards_waiting=int(one.person_id in waiting),
            done_today=one.last_practised_on == study_day,
            muted=one.channels == "[]",
            channels=reach.usable(one),
            already=frozenset(),
            person=one.person_id,
            own_minute=moment.own_minute,
            hour=moment.hour,
            hour_reason=moment.why,
            not_before=one.snoozed_until,
            history=history,
            occasion=occasion,
            most_a_week=one.most_a_week,
        )
        for one, calendar, occasion, history, moment in zip(
            facts, own, told, histories, moments, strict=False
        )
    ]


def _calendar(one: Facts, study_day: date) -> Calendar:
    week, country = calendars.resolved(
        parsed(one.day_loads), one.country, parsed(one.firm_day_loads) or (), one.firm_country
    )
    return calendars.calendar(week, country, pauses.read(one.pauses), study_day.year)
