"""The migrations make exactly the tables that the code maps, on both databases."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path

import flask_migrate
import sqlalchemy
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from server import store  # noqa: F401 - maps all tables
from server.app import without_doors
from server.config import Settings
from server.store.base import Base
from server.store.database import db
from server.store.search_index import ours
from tests.servers.schema import lay_tables


def test_nothing_is_left_to_migrate(database_url: str) -> None:
    with _engine(database_url) as engine, engine.connect() as connection:
        context = MigrationContext.configure(
            connection, opts={"compare_type": True, "include_name": ours}
        )
        assert compare_metadata(context, Base.metadata) == []


def test_a_second_upgrade_changes_nothing(database_url: str) -> None:
    before = _tables(database_url)
    lay_tables(database_url)
    assert _tables(database_url) == before


def test_every_migration_can_be_taken_back(database_url: str, tmp_path: Path) -> None:
    app = without_doors(
        Settings(data_dir=tmp_path, database_url=database_url, secret_key="for tests")
    )
    with app.app_context():
        flask_migrate.downgrade(revision="base")
        db.engine.dispose()
    assert _tables(database_url) == {"alembic_version"}


def _tables(url: str) -> set[str]:
    with _engine(url) as engine:
        return set(sqlalchemy.inspect(engine).get_table_names())


@contextlib.contextmanager
def _engine(url: str) -> Iterator[sqlalchemy.Engine]:
    engine = sqlalchemy.create_engine(url)
    try:
        yield engine
    finally:
        engine.dispose()
