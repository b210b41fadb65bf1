"""Who can be reminded, and all that a row about them says: read for thousands of people at once.

Columns and no objects: of a million learners, making each a mapped row takes longer than deciding.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence
from datetime import date, datetime, timedelta
from functools import lru_cache
from itertools import pairwise
from typing import Any, NamedTuple

from sqlalchemy import (
    BindParameter,
    ScalarSelect,
    String,
    bindparam,
    cast,
    exists,
    func,
    literal,
    select,
)
from sqlalchemy.orm import Session

from server.store.among import among_given
from server.store.base import RowId, table
from server.store.campaigns import Enrolment
from server.store.devices import Device
from server.store.organisations import Organisation
from server.store.pauses import STILL_FELT, StoredPause
from server.store.people import Person
from server.store.prepared import Prepared
from server.store.reminders import Reminder
from server.store.reviews import Review
from server.store.rhythms import Rhythm

_people, _firms, _rhythms = table(Person), table(Organisation), table(Rhythm)
_enrolments, _devices, _pauses = table(Enrolment), table(Device), table(StoredPause)
_reviews, _ledger = table(Review), table(Reminder)


class Facts(NamedTuple):
    """One person on one study day.

    Texts hold lists, which thousands of colleagues share: `parsed` and `numbers` read them once.
    `pauses` is as `server.store.pauses.read` takes it. What follows `last_session_at`, a moment of
    that day or the one before it, is of the learner's rhythm: None where there is none yet.
    """

    person_id: int
    organisation_id: int
    email: str
    firm: str
    time_zone: str
    window_from: int
    window_until: int
    quiet_from: int
    quiet_until: int
    day_loads: str | None
    country: str | None
    firm_day_loads: str
    firm_country: str
    channels: str
    is_demo: bool
    mail_bounced: bool
    own_minute: int | None
    snoozed_until: date | None
    most_a_week: int
    campaigns: str | None
    devices: str | None
    pauses: str | None
    last_practised_on: date | None
    last_session_at: datetime | None
    ignored: int | None
    last_reminder_at: datetime | None
    last_reminder_on: date | None
    week: date | None
    in_week: int | None
    asked_help_on: date | None
    alone: int | None
    alone_of: int | None
    hours: bytes | None
    wordings: bytes | None


class Stretch(NamedTuple):
    """People by id, from the one after `after` to `upto`."""

    after: int
    upto: int


@lru_cache(maxsize=4096)
def parsed(text: str | None) -> tuple[str, ...] | None:
    """The list that a column of JSON holds."""
    found = None if text is None else json.loads(text)
    return None if found is None else tuple(found)


@lru_cache(maxsize=4096)
def numbers(text: str | None) -> tuple[int, ...]:
    """The numbers in a text, in order."""
    return tuple(sorted({int(one) for one in (text or "").split()}))


@lru_cache(maxsize=4096)
def words(text: str | None) -> frozenset[str]:
    """The words in a text."""
    return frozenset((text or "").split())


def undecided(db: Session, zones: Collection[str], day: date, size: int) -> list[Stretch]:
    """Those about whom the ledger says nothing for that day, in stretches of so many."""
    values = {"zones": sorted(zones), "day": day, "size": size}
    ends = [number for (number,) in _ends.rows(db, values)]
    return [Stretch(*pair) for pair in pairwise((0, *ends))]


def undecided_in(db: Session, zones: Collection[str], day: date, stretch: Stretch) -> list[Facts]:
    """The facts of those in one stretch.

    They are active people of these zones who take part in a campaign. Someone who was invited and
    has not come yet has no password, and is not reminded.
    """
    return _read(_undecided, db, day, zones=sorted(zones), **stretch._asdict())


def practising(
    db: Session, zones: Collection[str], day: date, *, after: int, limit: int
) -> list[Facts]:
    """The same people, whatever the ledger says, by id from the one after `after`."""
    return _read(_practising, db, day, zones=sorted(zones), after=after, limit=limit)


def of_people(db: Session, person_ids: Sequence[int], day: date) -> dict[int, Facts]:
    """Facts of these people, by id, whatever they take part in."""
    if not person_ids:
        return {}
    found = _read(_of_people, db, day, people=person_ids)
    return {one.person_id: one for one in found}


def _read(statement: Prepared, db: Session, day: date, **values: Any) -> list[Facts]:
    rows = statement.rows(db, {**values, **_days(day)})
    return [Facts(*row) for row in rows]


def _days(day: date) -> dict[str, date]:
    return {"day": day, "eve": day - timedelta(days=1), "felt_since": day - STILL_FELT}


_day: BindParameter[date] = bindparam("day")
_last_practised_on = (
    select(func.max(_reviews.c.study_day))
    .where(_reviews.c.person_id == _people.c.id)
    .scalar_subquery()
)
_last_session_at = (
    select(func.max(_reviews.c.reviewed_at))
    .where(_reviews.c.person_id == _people.c.id, _reviews.c.study_day >= bindparam("eve"))
    .scalar_subquery()
)
# No `NOT EXISTS`: where the tables have grown since they were last analysed, PostgreSQL makes a
# join of that which goes through all the day's reminders for each person.
_decided = (
    select(literal(1))
    .where(_ledger.c.person_id == _people.c.id, _ledger.c.study_day == _day)
    .limit(1)
    .scalar_subquery()
)
_takes_part = exists().where(_enrolments.c.person_id == _people.c.id)


def _joined(column: Any, owner: Any, *conditions: Any, by: str = " ") -> ScalarSelect[str]:
    return (
        select(func.aggregate_strings(column, by))
        .where(owner == _people.c.id, *conditions)
        .scalar_subquery()
    )


_OF_RHYTHM = Facts._fields[Facts._fields.index("ignored") :]
_facts = (
    select(
        _people.c.id,
        _people.c.organisation_id,
        _people.c.email,
        _firms.c.slug,
        _people.c.time_zone,
        _people.c.window_from,
        _people.c.window_until,
        _people.c.quiet_from,
        _people.c.quiet_until,
        cast(_people.c.day_loads, String),
        _people.c.country,
        cast(_firms.c.day_loads, String),
        _firms.c.country,
        cast(_people.c.channels, String),
        _firms.c.is_demo,
        _people.c.mail_bounced_at.is_not(None),
        _people.c.reminder_minute,
        _people.c.snoozed_until,
        _firms.c.reminders_a_week,
        _joined(cast(_enrolments.c.campaign_id, String), _enrolments.c.person_id),
        _joined(_devices.c.channel, _devices.c.person_id),
        _joined(
            cast(_pauses.c.first_day, String) + " " + cast(_pauses.c.last_day, String),
            _pauses.c.person_id,
            _pauses.c.last_day >= bindparam("felt_since"),
            by="\n",
        ),
        _last_practised_on,
        _last_session_at,
        *(_rhythms.c[name] for name in _OF_RHYTHM),
    )
    .join_from(_people, _firms, _firms.c.id == _people.c.organisation_id)
    .outerjoin(_rhythms, _rhythms.c.person_id == _people.c.id)
    .order_by(_people.c.id)
)
_practises = (
    _people.c.active,
    _people.c.password_hash.is_not(None),
    _people.c.time_zone.in_(bindparam("zones", expanding=True)),
    _takes_part,
)
_practising = Prepared(
    _facts.where(*_practises, _people.c.id > bindparam("after")).limit(bindparam("limit")),
    across=True,
)
_undecided = Prepared(
    _facts.where(
        *_practises,
        _decided.is_(None),
        _people.c.id.between(bindparam("after", type_=RowId) + 1, bindparam("upto")),
    ),
    across=True,
)
_numbered = (
    select(
        _people.c.id,
        func.row_number().over(order_by=_people.c.id).label("place"),
        func.count().over().label("number"),
    )
    .where(*_practises, _decided.is_(None))
    .subquery()
)
_at_end = (_numbered.c.place % bindparam("size", type_=RowId) == 0) | (
    _numbered.c.place == _numbered.c.number
)
_ends = Prepared(
    select(_numbered.c.id).where(_at_end).order_by(_numbered.c.id),
    across=True,
)
_of_people = Prepared(_facts.where(among_given(_people.c.id, "people")), across=True)
