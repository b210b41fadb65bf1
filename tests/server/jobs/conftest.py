"""Fixtures: an app with nothing but the database, a pretended world, and a morning to send in."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from flask import Flask

from server.ports import Things
from server.store.database import db, engine_options, prepare
from tests.fakes.clock import SetClock
from tests.fakes.world import World
from tests.server.firm import Firm, found, session_on
from tests.server.reminding import scene

MakeApp = Callable[[Things], Flask]


@pytest.fixture
def world() -> World:
    return World(SetClock(scene.MORNING))


@pytest.fixture
def make_app(database_url: str) -> Iterator[MakeApp]:
    """`make_app(things)`: one process's view of the database; several may be made."""
    made: list[Flask] = []

    def make(things: Things) -> Flask:
        app = Flask("jobs")
        app.config["SQLALCHEMY_DATABASE_URI"] = database_url
        app.config["SQLALCHEMY_ENGINE_OPTIONS"] = engine_options(database_url)
        app.extensions["beklijf_things"] = things
        app.extensions["beklijf_settings"] = scene.SETTINGS
        db.init_app(app)
        with app.app_context():
            prepare(db.engine)
        made.append(app)
        return app

    yield make
    for app in made:
        with app.app_context():
            db.engine.dispose()


@pytest.fixture
def app(make_app: MakeApp, world: World) -> Flask:
    return make_app(world.things)


@pytest.fixture
def learners(database_url: str) -> int:
    """Twelve people with a phone and cards waiting, committed. Gives their number."""
    with session_on(database_url) as session:
        firm = found(session)
        campaign = scene.campaign_with_cards(firm, "Wat doe je?", "Wie bel je?")
        for number in range(12):
            person = scene.learner(firm, f"Learner{number}", campaign=campaign)
            scene.phone(firm, person, f"phone-{number}")
        session.commit()
    return 12


@pytest.fixture
def fatima(database_url: str) -> Iterator[Firm]:
    """Fatima's firm in a session of the test's own; she has a phone and cards waiting."""
    with session_on(database_url) as session:
        firm = found(session)
        person = scene.learner(
            firm, "Fatima", campaign=scene.campaign_with_cards(firm, "Wat doe je?")
        )
        scene.phone(firm, person, "phone")
        session.commit()
        yield firm
