"""Two firms on one server: that of Fatima, Daan, Noor and Marit, and Viktor's."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, cast

from flask import Flask
from sqlalchemy import Engine
from werkzeug.test import TestResponse

from server.app import create_app
from server.config import Settings
from server.people import passwords, sign_in
from server.store.database import db
from server.store.people import Person
from server.web import limits
from tests.fakes.world import World
from tests.server.firm import Firm, found, session_on
from tests.support.engines import engine_on
from tests.support.phone import Phone

SECRET = "secret"
PASSWORD = "zeven molens draaien"


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


@contextlib.contextmanager
def town_on(database_url: str, folder: Path) -> Iterator[Town]:
    """A running server with both firms."""
    world = World()
    with (
        _served(database_url, folder, world) as app,
        session_on(database_url) as ours,
        session_on(database_url) as theirs,
    ):
        elsewhere = found(theirs, "elders", language="en")
        viktor = _known(elsewhere, "Viktor", "admin", language="en")
        theirs.commit()
        firm = found(ours)
        fatima = _known(firm, "Fatima", "learner")
        noor = _known(firm, "Noor", "admin")
        marit = _known(firm, "Marit", "manager", team=firm.team("Balie"))
        ours.commit()
        yield Town(app, world, firm, elsewhere, fatima, noor, marit, viktor)


def _known(firm: Firm, name: str, role: str, **more: Any) -> Person:
    """Someone who chose a password."""
    return firm.person(name, role, password_hash=_hashed(), organisation=firm.organisation, **more)


@cache
def _hashed() -> str:
    return passwords.hashed(PASSWORD)


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
