"""Fixtures: a server with the demo, and a firm of its own beside it with one card of each kind."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from playwright.sync_api import expect

from server.people import passwords
from tests.journeys.colleague import PASSWORD
from tests.server.firm import found, session_on
from tests.servers.beklijf import Beklijf
from tests.support import sets

# Two cores may be busy with servers and a browser at once.
expect.set_options(timeout=15_000)


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Beklijf]:
    """A running server with the demo. Tests share it and leave it as they found it."""
    server = Beklijf(tmp_path_factory.mktemp("demo"), arguments=("--embedded", "--demo"))
    server.start()
    yield server
    server.stop()


@pytest.fixture(scope="session")
def kinds(demo: Beklijf) -> Beklijf:
    """The same server with `LEARNERS`, who each have a card of every kind to practise today."""
    today = datetime.now(UTC).date()
    with session_on(f"sqlite:///{demo.folder / 'data' / 'beklijf.sqlite3'}") as db:
        firm = found(db)
        card_set = firm.card_set()
        sets.every_kind(firm, card_set)
        sets.release(firm, card_set)
        hashed = passwords.hashed(PASSWORD)
        people = [
            firm.person(name, language=language, password_hash=hashed)
            for name, language in LEARNERS.items()
        ]
        sets.campaign(firm, card_set, people=tuple(people), starts_on=today)
        db.commit()
    return demo


LEARNERS = {"Fatima": "nl", "Frances": "en", "Tobias": "nl", "Sem": "nl"}
