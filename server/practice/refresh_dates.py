"""A learner chooses a day before which a topic is to be fresh again, or does without."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy.orm import Session

from scheduler.policy.price import least_price
from scheduler.policy.programme import EVE
from server.store import answering, needs, refresh_dates
from server.store.people import Person
from server.store.refresh_dates import RefreshDate

DESIRED_RECALL = 0.95
"""High: who asks for a topic wants its cards back, also those that would just do."""
SOONEST = timedelta(days=EVE + 1)
"""Nearer by there is no day left on which a card is asked for it."""
LATEST = timedelta(days=365)


class UnknownTopic(Exception):
    """No campaign that runs asks the learner cards of this topic."""


class OutOfReach(Exception):
    """The day is too near to practise for, or too far away to mean something."""

    def __init__(self, first: date, last: date) -> None:
        super().__init__(f"{first} to {last}")
        self.first, self.last = first, last


class NoSuchDate(Exception):
    """The date is not there, or is another person's."""


@dataclass(frozen=True, slots=True)
class Dates:
    """The learner's dates that are still to come, and the topics that may have one."""

    ahead: list[RefreshDate]
    topics: list[str]


def dates(db: Session, person: Person, today: date) -> Dates:
    """What the learner chose, the nearest first."""
    ahead = [one for one in refresh_dates.of_person(db, person.id) if one.before > today]
    return Dates(ahead, _topics(db, person, today))


def choose(
    db: Session, person: Person, topic: str, before: date, *, today: date, now: datetime
) -> None:
    """Keeps the date, in place of an earlier one of the topic.

    Raises `UnknownTopic` and `OutOfReach`.
    """
    first, last = today + SOONEST, today + LATEST
    if not first <= before <= last:
        raise OutOfReach(first, last)
    answering.take_turn(db, person.id)
    if topic not in _topics(db, person, today):
        raise UnknownTopic
    kept = {one.topic: one for one in refresh_dates.of_person(db, person.id)}
    one = kept.get(topic) or RefreshDate(person_id=person.id, topic=topic)
    one.before, one.desired_recall, one.created_at = before, DESIRED_RECALL, now
    one.price = least_price((before - today).days, DESIRED_RECALL).price
    db.add(one)
    db.flush()


def remove(db: Session, person: Person, date_id: int) -> None:
    """Does without the date. Raises `NoSuchDate`."""
    answering.take_turn(db, person.id)
    found = [one for one in refresh_dates.of_person(db, person.id) if one.id == date_id]
    if not found:
        raise NoSuchDate
    db.delete(found[0])
    db.flush()


def _topics(db: Session, person: Person, today: date) -> list[str]:
    running = {
        one.live_release_id
        for one in needs.needs(db, person.id)
        if one.runs_on(today) and one.live_release_id is not None
    }
    return refresh_dates.topics(db, running)
