"""Learners with phones and a reminder each, on PostgreSQL: one is made, the others copied."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, Final

from flask import Flask
from sqlalchemy import text as sql

from scheduler.study_day import study_day
from scripts.benches.one_learner import copy, enrolled_learner
from server.commands.database import upgrade
from server.store.database import db

CARDS: Final = 5
NOON: Final = 12

_WITH_ALL_DAY = """
UPDATE people SET time_zone = :zone, window_from = 0, window_until = 1440, quiet_from = 0,
    quiet_until = 0, channels = '["fcm"]' WHERE id = :person"""
_EVERY_DAY = """UPDATE organisations SET country = '',
    day_loads = '["full", "full", "full", "full", "full", "full", "full"]'"""
# The dead ones were seen last, and so are tried first.
_PHONES = """
INSERT INTO devices (id, organisation_id, person_id, channel, address_key, address, updated_at)
SELECT gen_random_uuid(), p.organisation_id, p.id, 'fcm', kind || p.id,
    jsonb_build_object('token', kind || p.id), now() + after
FROM people p, (VALUES ('live-', interval '0'), ('dead-', interval '1 hour')) d (kind, after)
WHERE p.id >= :person AND (kind = 'live-' OR p.id % 100 < :dead)"""
_LEDGER = """
INSERT INTO reminders (organisation_id, person_id, study_day, kind, state, channels, reason, due_at,
    expires_at, attempts)
SELECT p.organisation_id, p.id, :day, 'practice', 'planned', '["fcm"]', 'window',
    CAST(:first AS timestamptz) + (p.id - :person) * CAST(:apart AS interval),
    CAST(:first AS timestamptz) + interval '8 hours', 0
FROM people p WHERE p.id >= :person"""


@dataclass(frozen=True)
class Crowd:
    """Whom a run reminds: people from this number on, and the day it is for them."""

    first_person: int
    people: int


def crowd(app: Flask, people: int, dead_of_a_hundred: int) -> Crowd:
    """Fills an empty database. It is noon for everybody, and any hour is welcome.

    So many of a hundred have a phone that is gone, besides one that works.
    """
    now = datetime.now(UTC)
    with app.app_context():
        upgrade(app)
        person = enrolled_learner(db.session(), CARDS, now)
        db.session.remove()
        given: dict[str, Any] = {"person": person, "zone": zone(now), "dead": dead_of_a_hundred}
        with db.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.execute(sql(_WITH_ALL_DAY), given)
            connection.execute(sql(_EVERY_DAY))
            copy(connection, person, people - 1)
            connection.execute(sql(_PHONES), given)
            connection.execute(sql("VACUUM ANALYZE"))
    return Crowd(person, people)


def plan(app: Flask, them: Crowd, first: datetime, within: timedelta) -> None:
    """A reminder for each, evenly due from `first` on."""
    given: dict[str, Any] = {
        "person": them.first_person, "day": study_day(first, zone(first)), "first": first,
        "apart": within / them.people,
    }  # fmt: skip
    with app.app_context(), db.engine.begin() as connection:
        connection.execute(sql(_LEDGER), given)


def zone(now: datetime) -> str:
    """Where it is noon now, so that no run comes upon the turn of a day."""
    west = now.astimezone(UTC).hour - NOON
    return f"Etc/GMT{west:+d}"
