"""A firm with one learner in a campaign, and copies of that learner: thousands in seconds."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from sqlalchemy import Connection
from sqlalchemy import text as sql
from sqlalchemy.orm import Session

from content.exchange.read import read_any
from scheduler.days_off import EVERY_DAY
from scripts.benches.filled import SECRET
from scripts.benches.search_cards import table
from server.people import passwords
from server.store import campaigns, scope
from server.store.organisations import Organisation
from server.store.people import Person
from server.teaching import campaign
from server.teaching.import_set import import_set
from server.teaching.policies import READINESS
from server.teaching.release import release
from server.teaching.sets import create


def copy(connection: Connection, person: int, times: int, changes: str = "") -> None:
    """Adds so many like that person; `changes` sets columns, as pairs in SQL, by the number `n`."""
    given = {"person": person, "times": times}
    connection.execute(sql(_PEOPLE.format(changes=changes)), given)
    connection.execute(sql(_ENROLMENTS), given)


_PEOPLE = """
INSERT INTO people SELECT (jsonb_populate_record(p, jsonb_build_object(
    'id', p.id + n, 'email', 'fatima' || n || '@bench.example' {changes}))).*
FROM people p, generate_series(1, :times) n WHERE p.id = :person"""
_ENROLMENTS = """
INSERT INTO enrolments SELECT (jsonb_populate_record(e, jsonb_build_object(
    'id', e.id + n, 'person_id', e.person_id + n))).*
FROM enrolments e, generate_series(1, :times) n WHERE e.person_id = :person"""
DEVICES = """
INSERT INTO devices (id, organisation_id, person_id, channel, address_key, address, updated_at)
SELECT gen_random_uuid(), p.organisation_id, p.id, 'web_push', p.id::text, '{}', now()
FROM people p WHERE p.id >= :person"""
"""A browser for each."""
MEMORIES = """
INSERT INTO card_memory (organisation_id, person_id, card_id, stability, difficulty,
    first_study_day, last_study_day, reviews, lapses, correct_run, due_on, last_review_at,
    changed_at)
SELECT p.organisation_id, p.id, c.id, 5 + (p.id + c.id) % 40, 2 + c.id % 7,
    CAST(:today AS date) - 40, CAST(:today AS date) - 9, 4, 0, 2,
    CAST(:today AS date) + (p.id * 13 + c.id * 7)::int % 30 - 4, :now, :now
FROM people p, cards c WHERE p.id >= :person
ORDER BY p.id"""
"""Of every card, due on any day."""


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
