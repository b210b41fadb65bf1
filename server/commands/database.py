"""`beklijf db …`: migrations."""

from __future__ import annotations

import click
import flask_migrate
from flask import Flask

from server.commands import roof
from server.commands.search import fill
from server.store.database import db


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
    roof.require_current(roof.app())
    click.echo("The database is up to date.")


def upgrade(app: Flask) -> None:
    """Applies the migrations that are missing."""
    app.extensions["beklijf_settings"].data_dir.mkdir(parents=True, exist_ok=True)
    with app.app_context():
        flask_migrate.upgrade()
        # Cards of before there was an index: a migration must not hang on how we take words apart.
        fill(db.session())
