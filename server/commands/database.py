"""`beklijf db …`: migrations."""

from __future__ import annotations

import click
import flask_migrate
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from flask import Flask

from server.commands import roof
from server.store.database import MIGRATIONS, db


@click.group("db")
def database() -> None:
    """Migrations of the database."""


@database.command("upgrade")
def upgrade_command() -> None:
    """Brings the database up to this version."""
    upgrade(roof.app())
    click.echo("The database is up to date.")


@database.command("check")
def check_command() -> None:
    """Exits 1 when the database is not of this version."""
    require_current(roof.app())
    click.echo("The database is up to date.")


def upgrade(app: Flask) -> None:
    """Applies the migrations that are missing."""
    app.extensions["beklijf_settings"].data_dir.mkdir(parents=True, exist_ok=True)
    with app.app_context():
        flask_migrate.upgrade()


def require_current(app: Flask) -> None:
    """Stops the command when migrations are missing: half of the routes would fail at random."""
    wanted = ScriptDirectory(str(MIGRATIONS)).get_current_head()
    with app.app_context(), db.engine.connect() as connection:
        found = MigrationContext.configure(connection).get_current_revision()
    if found != wanted:
        raise click.ClickException(
            f"the database is at {found or 'nothing'}, this version needs {wanted}; "
            "run `beklijf db upgrade`"
        )
