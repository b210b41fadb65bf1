"""`beklijf bring-in` where the database is not as it should be."""

from __future__ import annotations

import gc
import os
from collections.abc import Iterator

import pytest
from flask import Flask
from sqlalchemy import text

from server.app import without_doors
from server.commands import running
from server.config import Settings
from server.store.database import db
from tests.server.commands.conftest import Beklijf
from tests.support.engines import engine_on


@pytest.fixture(autouse=True)
def _stays_itself(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """What the command does to its process, this one must not undergo."""
    made: list[Flask] = []

    def make(settings: Settings) -> Flask:
        made.append(without_doors(settings))
        return made[-1]

    monkeypatch.setattr(running, "without_doors", make)
    monkeypatch.setattr(running, "leave_with_parent", lambda: None)
    monkeypatch.setattr(os, "nice", lambda _: 0)
    monkeypatch.setattr(gc, "disable", lambda: None)
    yield
    for one in made:
        with one.app_context():
            db.engine.dispose()


def test_a_database_of_another_version_puts_it_off(beklijf: Beklijf, database_url: str) -> None:
    with engine_on(database_url) as engine, engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '0001'"))
    result = beklijf("bring-in", "1", "1")
    assert (result.exit_code, "beklijf db upgrade" in result.output) == (os.EX_TEMPFAIL, True)


def test_a_database_that_is_away_puts_it_off(
    beklijf: Beklijf, monkeypatch: pytest.MonkeyPatch
) -> None:
    away = "postgresql+psycopg://nobody@127.0.0.1:1/away"
    monkeypatch.setenv("BEKLIJF_DATABASE_URL", away)
    assert beklijf("bring-in", "1", "1").exit_code == os.EX_TEMPFAIL


def test_an_import_that_is_no_longer_its_own_is_left_alone(beklijf: Beklijf) -> None:
    assert beklijf("bring-in", "1", "1").exit_code == 0
