"""How Alembic reaches the database: through the app that asks, with its engine."""

from __future__ import annotations

from alembic import context
from flask import current_app
from sqlalchemy import Connection

from server import store  # noqa: F401 # maps all tables
from server.store.base import Base


def migrate(connection: Connection) -> None:
    """Runs the migrations in one transaction: half a migration is worse than none."""
    context.configure(
        connection=connection,
        target_metadata=Base.metadata,
        render_as_batch=connection.dialect.name == "sqlite",
        compare_type=True,
    )
    with context.begin_transaction():
        context.run_migrations()


with current_app.extensions["migrate"].db.engine.connect() as connection:
    migrate(connection)
