"""Fixtures: the demo, made small, and an app without it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy.orm import Session

from server.app import create_app, without_doors
from server.commands import demo
from server.config import Settings
from server.demo.build import Scale
from server.demo.cast import SLUG
from server.store import organisations, people, scope
from server.store.database import db
from server.store.people import Person
from tests.fakes.world import World
from tests.server.firm import session_on
from tests.support.phone import Phone

SMALL = Scale(learners=16, weeks=6)
TINY = Scale(learners=4, weeks=2)


@dataclass
class Demo:
    """A made demo: a session that works for it, and its app."""

    app: Flask
    world: World
    db: Session

    def person(self, sign_in: str) -> Person:
        found = people.by_email(self.db, f"{sign_in}@demo.example")
        assert found is not None
        return found

    def phone(self) -> Phone:
        """A phone on which nobody is signed in."""
        return Phone(self.app, self.db.commit)


@pytest.fixture(scope="module")
def demo_made(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Demo]:
    """One demo for tests that only look."""
    folder = tmp_path_factory.mktemp("demo")
    shutil.copy(sqlite_template, folder / "beklijf.db")
    url = f"sqlite:///{folder / 'beklijf.db'}"
    world = World()
    app = create_app(settings(url, folder), world.things)
    demo.make(app, SMALL)
    with session_on(url) as session:
        firm = organisations.by_slug(session, SLUG)
        assert firm is not None
        scope.work_for(session, firm.id)
        yield Demo(app, world, session)
    close(app)


@pytest.fixture
def empty(database_url: str, tmp_path: Path) -> Iterator[Flask]:
    """An app on an empty database, once on SQLite and once on PostgreSQL."""
    app, _ = opened(database_url, tmp_path)
    yield app
    close(app)


def opened(url: str, folder: Path) -> tuple[Flask, World]:
    """An app that makes a demo, as the command does it: with nothing to visit."""
    world = World()
    return without_doors(settings(url, folder), world.things), world


def settings(url: str, folder: Path) -> Settings:
    return Settings(data_dir=folder, database_url=url, secret_key="secret")


def close(app: Flask) -> None:
    with app.app_context():
        db.session.remove()
        db.engine.dispose()
