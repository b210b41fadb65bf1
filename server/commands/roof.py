"""What every command needs: the settings and the app, with errors that say what to do."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager

import click
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from flask import Flask
from sqlalchemy.orm import Session

from server.config import Settings
from server.store import organisations, scope
from server.store.database import MIGRATIONS, db
from server.store.organisations import Organisation

# Tells the serving process that clock and worker belong in it; set by `beklijf serve` alone.
EMBEDDED = "_BEKLIJF_EMBEDDED"


def settings(*, embedded: bool = True) -> Settings:
    """The settings of the environment; without a secret key the data folder's own is used."""
    return Settings.from_environment(os.environ, embedded=embedded)


def app() -> Flask:
    """The app for a command."""
    from server.app import without_doors

    return without_doors(settings())


@contextmanager
def session() -> Iterator[Session]:
    """A session in the app; what the command did is committed when it ends well."""
    made = app()
    require_current(made)
    with made.app_context():
        yield db.session()
        db.session.commit()


def organisation(session: Session, slug: str | None) -> Organisation:
    """The organisation of that name, or the only one there is; the session works for it."""
    if slug is None:
        found = organisations.all_of_them(session)
        if len(found) != 1:
            raise click.ClickException(
                "say which --organisation: " + ", ".join(one.slug for one in found)
                if found
                else "there is no organisation yet; make one with `beklijf organisation add`"
            )
        chosen = found[0]
    else:
        known = organisations.by_slug(session, slug)
        if known is None:
            raise click.ClickException(f"there is no organisation {slug!r}")
        chosen = known
    scope.work_for(session, chosen.id)
    return chosen


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
