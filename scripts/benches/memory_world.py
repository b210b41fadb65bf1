"""A firm with a long log and many learners, on PostgreSQL: one learner made, the others copied."""

from __future__ import annotations

import contextlib
import tempfile
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any, Final

from flask import Flask
from sqlalchemy import text as sql
from sqlalchemy.orm import Session

from content.exchange.read import read_any
from scheduler.days_off import EVERY_DAY
from scripts.benches.search_cards import table
from scripts.bootstrap.telling import step
from server.app import create_app
from server.commands.database import upgrade
from server.config import Settings
from server.people import passwords
from server.store import campaigns, scope
from server.store.database import db
from server.store.organisations import Organisation
from server.store.people import Person
from server.teaching import campaign
from server.teaching.import_set import import_set
from server.teaching.policies import READINESS
from server.teaching.release import release
from server.teaching.sets import create
from tests.servers.beklijf import Beklijf
from tests.servers.postgres import cluster

SECRET = "only for measuring"  # noqa: S105 - guards a database that lives for a minute
CARDS: Final = 50
LEARNERS: Final = 20_000
LOGGED: Final = 1_000
ANSWERS: Final = 20
"""Each of the first `LOGGED` learners answered each card so often: a million reviews."""

_COPIES = """
INSERT INTO people SELECT (jsonb_populate_record(p, jsonb_build_object(
    'id', p.id + n, 'email', 'fatima' || n || '@bench.example'))).*
FROM people p, generate_series(1, :copies) n WHERE p.id = :person;
INSERT INTO enrolments SELECT (jsonb_populate_record(e, jsonb_build_object(
    'id', e.id + n, 'person_id', e.person_id + n))).*
FROM enrolments e, generate_series(1, :copies) n WHERE e.person_id = :person;
INSERT INTO devices (id, organisation_id, person_id, channel, address_key, address, updated_at)
SELECT gen_random_uuid(), p.organisation_id, p.id, 'webpush', p.id::text, '{}', now()
FROM people p WHERE p.id >= :person;
"""
_REVIEWS = """
INSERT INTO reviews (organisation_id, person_id, id, card_id, rating, reviewed_at, received_at,
    study_day, aims, took_ms)
SELECT p.organisation_id, p.id, gen_random_uuid(), c.id,
    CASE WHEN (p.id * 7 + c.id * 3 + n * 5) % 11 = 0 THEN 1 ELSE 3 END,
    day + interval '12 hours', day + interval '12 hours', day, 'readiness:0.9', 4000
FROM people p, cards c, generate_series(1, :answers) n,
    LATERAL (SELECT CAST(:today AS date) - (:answers - n) * 4 - (p.id + c.id)::int % 9 - 3 AS day) d
WHERE p.id >= :person AND p.id < :person + :logged
"""
_MEMORIES = """
INSERT INTO card_memory (organisation_id, person_id, card_id, stability, difficulty,
    first_study_day, last_study_day, reviews, lapses, correct_run, due_on, last_review_at,
    changed_at)
SELECT p.organisation_id, p.id, c.id, 5 + (p.id + c.id) % 40, 2 + c.id % 7,
    CAST(:today AS date) - 40, CAST(:today AS date) - 9, 4, 0, 2,
    CAST(:today AS date) + (p.id * 13 + c.id * 7)::int % 30 - 4, :now, :now
FROM people p, cards c WHERE p.id >= :person + :logged
"""


@contextlib.contextmanager
def world() -> Iterator[tuple[Flask, Beklijf]]:
    """The app, and its command line; ends and clears it all."""
    with tempfile.TemporaryDirectory(prefix="beklijf-bench-") as name, cluster(durable=True) as pg:
        url = pg.create("beklijf_memory")
        app = create_app(Settings(Path(name), url, SECRET))
        with step("filling the database"), app.app_context():
            upgrade(app)
            _fill(db.session())
            with db.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
                connection.execute(sql("VACUUM ANALYZE"))
        settings = {"BEKLIJF_DATABASE_URL": url, "BEKLIJF_SECRET_KEY": SECRET}
        try:
            yield app, Beklijf(Path(name), settings)
        finally:
            with app.app_context():
                db.engine.dispose()


def _fill(session: Session) -> None:
    now = datetime.now(UTC)
    fatima = enrolled_learner(session, CARDS, now)
    given: dict[str, Any] = {
        "person": fatima, "copies": LEARNERS - 1, "logged": LOGGED, "answers": ANSWERS,
        "today": now.date(), "now": now,
    }  # fmt: skip
    with scope.across_organisations(session):
        connection = session.connection()
        for statement in [*_COPIES.split(";\n"), _REVIEWS, _MEMORIES]:
            if statement.strip():
                connection.execute(sql(statement), given)
    session.commit()


def enrolled_learner(session: Session, cards: int, now: datetime) -> int:
    """A new firm with one learner in a campaign of so many cards; the session works for it."""
    organisation = Organisation(
        slug="bench", name="Bench", created_at=now, day_loads=list(EVERY_DAY), country=""
    )
    session.add(organisation)
    session.flush()
    scope.work_for(session, organisation.id)
    trainer = Person(name="Daan", email="daan@bench.example", role="trainer", created_at=now)
    fatima = Person(
        name="Fatima",
        email="fatima@bench.example",
        role="learner",
        password_hash=passwords.hashed(SECRET),
        created_at=now,
    )
    session.add_all([trainer, fatima])
    session.flush()
    _enrol(session, trainer, fatima, _released(session, trainer, cards, now), now)
    session.commit()
    return fatima.id


def _released(session: Session, trainer: Person, cards: int, now: datetime) -> int:
    card_set = create(session, trainer, "Kaarten", "nl", now)
    reading = read_any("set.csv", table(cards, 0), language="nl")
    import_set(session, card_set.id, reading, now, partial=False, dry_run=False)
    session.commit()
    release(session, trainer, card_set.id, "", now)
    return card_set.id


def _enrol(
    session: Session, trainer: Person, fatima: Person, card_set_id: int, now: datetime
) -> None:
    starts_on: date = now.date() - timedelta(days=30)
    plan = campaign.Plan(
        title="Campagne",
        course_title="Training",
        held_on=starts_on,
        card_set_ids=[card_set_id],
        objectives=(),
        policy_kind=READINESS,
        desired_recall=0.9,
        cards_per_day=10,
        starts_on=starts_on,
        days=90,
    )
    made = campaign.create(session, trainer, plan, now)
    campaigns.enrol(session, made.id, [fatima.id], now)
