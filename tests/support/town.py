"""Two firms on one server: that of Fatima, Daan, Noor and Marit, and Viktor's."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, TypeVar, cast

from argon2 import PasswordHasher
from flask import Flask
from sqlalchemy import Engine
from sqlalchemy.orm import Session
from werkzeug.test import TestResponse

from server.app import create_app
from server.config import Settings
from server.people import sign_in
from server.store import scope
from server.store.database import db
from server.store.organisations import Organisation
from server.store.people import Person
from server.web import limits
from tests.fakes.world import World
from tests.server.firm import Firm, found, session_on
from tests.support.engines import engine_on
from tests.support.phone import Phone

SECRET = "secret"
PASSWORD = "zeven molens draaien"

T = TypeVar("T")


@dataclass
class Town:
    """The app, the world it believes in, and the firms with a session each.

    Those sessions are ended before each request of a phone: SQLite has one writer at a time.
    """

    app: Flask
    world: World
    firm: Firm
    elsewhere: Firm
    fatima: Person
    noor: Person
    marit: Person
    viktor: Person

    @property
    def daan(self) -> Person:
        return self.firm.daan

    def settle(self) -> None:
        """Makes lasting what the test did, and lets the app in."""
        for firm in (self.firm, self.elsewhere):
            firm.db.commit()

    def visit(self, path: str) -> TestResponse:
        """A page as a browser asks for it, without signing in."""
        self.settle()
        return self.app.test_client().get(path)

    def phone(self, person: Person, **headers: str) -> Phone:
        """A phone on which the person is signed in."""
        self.settle()
        firm = self.elsewhere if person in self.elsewhere.db else self.firm
        tokens = sign_in.start(firm.db, person, self.world.things)
        self.settle()
        return Phone(self.app, self.settle, tokens.access_token, headers)

    def stranger(self, **headers: str) -> Phone:
        """A phone on which nobody is signed in."""
        return Phone(self.app, self.settle, None, headers)


@dataclass(frozen=True)
class Rows:
    """What both firms begin with, as it stands in every database made from the same one."""

    organisation: Organisation
    elsewhere: Organisation
    people: dict[str, Person]


def settle_in(url: str) -> Rows:
    """Founds both firms in this database, and lets go of it."""
    with session_on(url) as ours, session_on(url) as theirs:
        elsewhere = found(theirs, "elders", language="en")
        viktor = _known(elsewhere, "Viktor", "admin", language="en")
        theirs.commit()
        firm = found(ours)
        people = {
            "Fatima": _known(firm, "Fatima", "learner"),
            "Noor": _known(firm, "Noor", "admin"),
            "Marit": _known(firm, "Marit", "manager", team=firm.team("Balie")),
        }
        ours.commit()
        own = {"Daan": firm.daan, "their Daan": elsewhere.daan, "Viktor": viktor, **people}
        return Rows(firm.organisation, elsewhere.organisation, own)


@contextlib.contextmanager
def town_on(database_url: str, rows: Rows, folder: Path) -> Iterator[Town]:
    """A running server with both firms, in a database where they are."""
    world = World()
    with (
        _served(database_url, folder, world) as app,
        session_on(database_url) as ours,
        session_on(database_url) as theirs,
    ):
        firm = _at_work(ours, rows.organisation, rows.people["Daan"])
        elsewhere = _at_work(theirs, rows.elsewhere, rows.people["their Daan"])
        fatima, noor, marit = (_here(ours, rows.people[one]) for one in ("Fatima", "Noor", "Marit"))
        viktor = _here(theirs, rows.people["Viktor"])
        yield Town(app, world, firm, elsewhere, fatima, noor, marit, viktor)


def _at_work(db: Session, organisation: Organisation, daan: Person) -> Firm:
    scope.work_for(db, organisation.id)
    return Firm(db, _here(db, organisation), _here(db, daan))


def _here(db: Session, row: T) -> T:
    """The row as this session would have read it."""
    return db.merge(row, load=False)


def _known(firm: Firm, name: str, role: str, **more: Any) -> Person:
    """Someone who chose a password."""
    return firm.person(name, role, password_hash=_hashed(), organisation=firm.organisation, **more)


@cache
def _hashed() -> str:
    """By the least work there is: checking takes as long as the kept text says, ninety times."""
    return PasswordHasher(time_cost=1, memory_cost=8, parallelism=1).hash(PASSWORD)


@contextlib.contextmanager
def _served(database_url: str, folder: Path, world: World) -> Iterator[Flask]:
    """The app on this database and in this world; what a test configures ends with it."""
    app = _app()
    config = dict(app.config)
    app.extensions["beklijf_settings"] = Settings(folder, database_url, SECRET)
    app.extensions["beklijf_things"] = world.things
    limits.install(app, "memory://")
    with engine_on(database_url) as engine:
        with app.app_context():
            cast("dict[str | None, Engine]", db.engines)[None] = engine
        yield app
    app.config.clear()
    app.config.update(config)


@cache
def _app() -> Flask:
    """One for all towns: making it takes longer than most tests."""
    return create_app(Settings(Path("unused"), "sqlite://", SECRET), World().things)
