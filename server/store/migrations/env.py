"""How Alembic reaches the database: through the app that asks, with its engine."""

from __future__ import annotations

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


def migrate(connection: Connection) -> None:
    """Runs the migrations in one transaction: half a migration is worse than none."""
    context.configure(
        connection=connection,
        target_metadata=Base.metadata,
        render_as_batch=connection.dialect.name == "sqlite",
        compare_type=True,
        render_item=plain,
        include_name=ours,
    )
    with context.begin_transaction():
        hold_alone(connection, "migrations")
        context.run_migrations()


with current_app.extensions["migrate"].db.engine.connect() as connection:
    migrate(connection)
