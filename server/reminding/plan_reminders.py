"""Deciding, once per learner and study day, whether and when a reminder will come."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfoNotFoundError

import structlog
from sqlalchemy.orm import Session

from scheduler.reminders import PRACTICE, NotPlanned, choose
from scheduler.study_day import bounds, study_day
from server.ports import Things
from server.reminding.learner_day import Page, page_of
from server.store import learner_days as facts
from server.store import reminder_facts, reminders, scope
from server.store.outbox import State
from server.store.people import Person
from server.store.reminder_facts import Facts, Stretch

PAGE = 5000

log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Part:
    """People who live in one study day, about whom it is to be decided at once."""

    day: date
    zones: Sequence[str]
    stretch: Stretch


def study_days(db: Session, now: datetime) -> Mapping[date, list[str]]:
    """The study days that people live in at `now`, each with its time zones: two or three."""
    with scope.across_organisations(db):
        zones = facts.time_zones(db)
    days: dict[date, list[str]] = {}
    for zone in zones:
        try:
            days.setdefault(study_day(now, zone), []).append(zone)
        except (ZoneInfoNotFoundError, ValueError):
            # One person's broken setting must not silence everybody else's reminders.
            log.exception("unknown time zone", time_zone=zone)
    return days


def undecided(db: Session, now: datetime) -> list[Part]:
    """Everybody whose study day is undecided at `now`, in parts of `PAGE` people."""
    with scope.across_organisations(db):
        return [
            Part(day, zones, stretch)
            for day, zones in study_days(db, now).items()
            for stretch in reminder_facts.undecided(db, zones, day, PAGE)
        ]


def plan_part(db: Session, things: Things, part: Part) -> Sequence[str]:
    """Decides about those people; gives the states of the rows that were added.

    A decision against a reminder is a row too, so that nobody is looked at twice a day and the
    ledger can say why none came. Two clocks at once make each row once.
    """
    now = things.clock.now()
    with scope.across_organisations(db):
        facts = reminder_facts.undecided_in(db, part.zones, part.day, part.stretch)
        page = page_of(db, facts, part.day, things)
        return reminders.decide(db, [_row(one, page, at, now) for at, one in enumerate(facts)])


def reconsider(db: Session, person: Person, now: datetime) -> None:
    """To be called when the person's times or channels change: the day is decided about anew.

    Who moves the learning window forward, ends a pause or gets a phone today should not wait for
    tomorrow. A reminder that is on its way or out stays as it is.
    """
    reminders.forget_undelivered(db, [person.id], now)


def _row(one: Facts, page: Page, place: int, now: datetime) -> dict[str, Any]:
    day, picked = page.days[place], page.picked
    chosen = choose(day, now)
    row: dict[str, Any] = {
        "organisation_id": one.organisation_id,
        "person_id": one.person_id,
        "study_day": day.study_day,
        "kind": PRACTICE,
        "reason": chosen.reason,
        "attempts": 0,
    }
    if isinstance(chosen, NotPlanned):
        ends_at = bounds(day.study_day, day.time_zone)[1]
        skipped = {"channels": [], "due_at": now, "expires_at": ends_at}
        return {**row, **skipped, **_NOTHING_PICKED, "state": State.SKIPPED.value}
    worded = chosen.kind == PRACTICE
    return {
        **row,
        "kind": chosen.kind,
        "channels": list(chosen.channels),
        "due_at": chosen.due_at,
        "expires_at": chosen.expires_at,
        "hour": chosen.hour,
        "hour_propensity": None if chosen.hour is None else float(picked.hours.propensity[place]),
        # Other kinds have words of their own, and would tell untruth about these.
        "wording": picked.wording(place) if worded else None,
        "wording_propensity": float(picked.wordings.propensity[place]) if worded else None,
        "state": State.PLANNED.value,
    }


_NOTHING_PICKED = {
    "hour": None,
    "hour_propensity": None,
    "wording": None,
    "wording_propensity": None,
}
