"""How Alembic reaches the database: through the app that asks, with its engine."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Literal

from alembic import context
from alembic.autogenerate.api import AutogenContext
from flask import current_app
from sqlalchemy import JSON, Connection

from server import store  # noqa: F401 # maps all tables
from server.store.alone import hold_alone
from server.store.base import Base, UTCDateTime
from server.store.search_index import ours


def plain(kind: str, item: object, context: AutogenContext) -> str | Literal[False]:
    """Writes our own types out: a migration must not change when our code does."""
    if kind == "type" and isinstance(item, UTCDateTime):
        return "sa.DateTime(timezone=True)"
    if kind == "type" and isinstance(item, JSON):
        context.imports.add("from sqlalchemy.dialects import postgresql")
        return 'sa.JSON().with_variant(postgresql.JSONB(), "postgresql")'
    return False


@contextmanager
def keys_at_rest(connection: Connection) -> Iterator[None]:
    """Lets SQLite copy a table that others point at: it alters many a table in no other way.

    Dropping the old copy would fail on those pointers. SQLite heeds the switch between
    transactions only; `migrate` looks afterwards whether every pointer still hits.
    """
    if connection.dialect.name != "sqlite":
        yield
        return
    driver = connection.connection.cursor()
    driver.execute("PRAGMA foreign_keys = OFF")
    try:
        yield
    finally:
        driver.execute("PRAGMA foreign_keys = ON")
        driver.close()


def migrate(connection: Connection) -> None:
    """Runs the migrations in one transaction: half a migration is worse than none."""
    context.configure(
        connection=connection,
        target_metadata=Base.metadata,
        render_as_batch=connection.dialect.name == "sqlite",
        compare_type=True,
        render_item=plain,
        include_name=ours,
        # Alembic thinks SQLite could not; it can, as we say BEGIN ourselves.
        transactional_ddl=True,
    )
    with context.begin_transaction():
        hold_alone(connection, "migrations")
        context.run_migrations()
        require_whole(connection)


def require_whole(connection: Connection) -> None:
    """Refuses rows that point at nothing, which SQLite did not watch meanwhile."""
    if connection.dialect.name == "sqlite":
        astray = connection.exec_driver_sql("PRAGMA foreign_key_check").first()
        if astray is not None:
            raise RuntimeError(f"a row of {astray[0]} points at no row of {astray[2]}")


with current_app.extensions["migrate"].db.engine.connect() as connection, keys_at_rest(connection):
    migrate(connection)
