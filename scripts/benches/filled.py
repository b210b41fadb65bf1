"""An app on a PostgreSQL of its own that was filled before anything is measured."""

from __future__ import annotations

import contextlib
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from flask import Flask
from sqlalchemy import Connection
from sqlalchemy import text as sql

from scripts.bootstrap.telling import step
from server.app import without_doors
from server.commands.database import upgrade
from server.config import Settings
from server.store.database import db
from tests.servers.beklijf import Beklijf
from tests.servers.postgres import cluster

SECRET = "only for measuring"  # noqa: S105 - guards a database that lives for minutes


@contextlib.contextmanager
def filled(
    fill: Callable[[Connection], None],
    app_of: Callable[[Settings], Flask] = without_doors,
) -> Iterator[tuple[Flask, Beklijf]]:
    """The app, and its command line; ends and clears it all.

    `fill` has the app's session too; what it does by the connection is kept at once.
    """
    with tempfile.TemporaryDirectory(prefix="beklijf-bench-") as name, cluster(durable=True) as pg:
        url = pg.create("beklijf_bench")
        app = app_of(Settings(Path(name), url, SECRET))
        with step("filling the database"), app.app_context():
            upgrade(app)
            with db.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
                fill(connection)
                # A transaction that stands open would keep VACUUM from most of its work.
                db.session.remove()
                connection.execute(sql("VACUUM ANALYZE"))
        try:
            yield (
                app,
                Beklijf(Path(name), {"BEKLIJF_DATABASE_URL": url, "BEKLIJF_SECRET_KEY": SECRET}),
            )
        finally:
            with app.app_context():
                db.engine.dispose()
