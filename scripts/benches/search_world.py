"""Two firms with the same cards, on each database: Daan and Fatima search in the first."""

from __future__ import annotations

import contextlib
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from flask import Flask
from sqlalchemy import text as sql
from sqlalchemy.orm import Session

from content.exchange.read import read_any
from scripts.benches.search_cards import table
from scripts.bootstrap.telling import step
from server.app import create_app
from server.commands.database import upgrade
from server.config import Settings
from server.people import sign_in
from server.store import campaigns, scope
from server.store.database import db
from server.store.organisations import Organisation
from server.store.people import Person
from server.teaching import campaign
from server.teaching.import_set import import_set
from server.teaching.policies import READINESS
from server.teaching.release import release
from server.teaching.sets import create
from tests.servers.postgres import cluster

SECRET = "only for measuring"  # noqa: S105 - guards a database that lives for a minute
SQLITE, POSTGRES = "SQLite", "PostgreSQL"
FIRMS = ("molenwerk", "elders")
SETS = 20
CARDS_EACH = 500


@dataclass(frozen=True)
class Searched:
    """A server's app on one database, and the tokens of who search on it."""

    database: str
    app: Flask
    daan: str
    fatima: str


@contextlib.contextmanager
def search_worlds() -> Iterator[list[Searched]]:
    """One on SQLite and one on PostgreSQL; ends and clears both."""
    with tempfile.TemporaryDirectory(prefix="beklijf-bench-") as name, cluster(durable=True) as pg:
        folder = Path(name)
        urls = {
            SQLITE: f"sqlite:///{folder / 'beklijf.db'}",
            POSTGRES: pg.create("beklijf_search"),
        }
        made = [_filled(database, url, folder / database) for database, url in urls.items()]
        try:
            yield made
        finally:
            for one in made:
                with one.app.app_context():
                    db.engine.dispose()


def _filled(database: str, url: str, folder: Path) -> Searched:
    app = create_app(Settings(folder, url, SECRET))
    with step(f"filling {database}"), app.app_context():
        upgrade(app)
        session = db.session()
        tokens = [_firm(session, app.extensions["beklijf_things"], slug) for slug in FIRMS]
        if database == POSTGRES:
            with db.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
                connection.execute(sql("VACUUM ANALYZE"))
        db.engine.dispose()
    return Searched(database, app, *tokens[0])


def _firm(session: Session, things: Any, slug: str) -> tuple[str, str]:
    now = datetime.now(UTC)
    organisation = Organisation(slug=slug, name=slug, created_at=now)
    session.add(organisation)
    session.flush()
    scope.work_for(session, organisation.id)
    daan, fatima = (_person(session, slug, role, now) for role in ("trainer", "learner"))
    sets = []
    for turn in range(SETS):
        card_set = create(session, daan, f"Set {turn}", "nl", now)
        reading = read_any("set.csv", table(CARDS_EACH, turn), language="nl")
        import_set(session, card_set.id, reading, now, partial=False, dry_run=False)
        # A commit that brings more new cards than these leaves them to a job.
        session.commit()
        release(session, daan, card_set.id, "", now)
        sets.append(card_set.id)
    _enrol(session, daan, fatima, sets, now)
    tokens = [sign_in.start(session, one, things).access_token for one in (daan, fatima)]
    session.commit()
    return tokens[0], tokens[1]


def _person(session: Session, slug: str, role: str, now: datetime) -> Person:
    person = Person(name=role, email=f"{role}@{slug}.example", role=role, created_at=now)
    session.add(person)
    session.flush()
    return person


def _enrol(session: Session, daan: Person, fatima: Person, sets: list[int], now: datetime) -> None:
    today: date = now.date()
    plan = campaign.Plan(
        title="Campagne",
        course_title="Training",
        held_on=today,
        card_set_ids=sets,
        objectives=(),
        policy_kind=READINESS,
        desired_recall=0.9,
        cards_per_day=10,
        starts_on=today,
        days=90,
    )
    made = campaign.create(session, daan, plan, now)
    campaigns.enrol(session, made.id, [fatima.id], now)
