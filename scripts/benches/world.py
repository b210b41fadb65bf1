"""A real PostgreSQL that keeps its promises, a filled database in it, and a real server on top."""

from __future__ import annotations

import contextlib
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, LiteralString

import psycopg

from scripts.benches.firm import Firm, fill
from scripts.bootstrap.telling import step
from server.app import create_app
from server.commands.database import upgrade
from server.config import Settings
from tests.servers.beklijf import Beklijf
from tests.servers.ports import LOOPBACK
from tests.servers.postgres import OWNER, Cluster, cluster

DATABASE = "beklijf_bench"
COPY = "beklijf_copy"
SECRET = "only for measuring"  # noqa: S105 - guards a database that lives for a minute


@dataclass(frozen=True)
class World:
    """Everything a benchmark of the server needs. The database `COPY` is as the server's was."""

    cluster: Cluster
    settings: Settings
    firm: Firm
    server: Beklijf


@contextlib.contextmanager
def world(*, copies: int, met: float) -> Iterator[World]:
    """Starts it all; ends and clears it all. See `firm.fill` for the arguments."""
    with tempfile.TemporaryDirectory(prefix="beklijf-bench-") as name, cluster(durable=True) as pg:
        folder = Path(name)
        url = pg.create(DATABASE)
        settings = Settings(data_dir=folder / "filling", database_url=url, secret_key=SECRET)
        app = create_app(settings)
        with step("filling the database"):
            upgrade(app)
            firm = fill(app, copies=copies, met=met)
            query(pg, DATABASE, "VACUUM ANALYZE")
            pg.create(COPY, template=DATABASE)
        server = Beklijf(
            folder, {"BEKLIJF_DATABASE_URL": url, "BEKLIJF_SECRET_KEY": SECRET}, arguments=()
        )
        server.start()
        try:
            yield World(pg, settings, firm, server)
        finally:
            server.stop()


def query(pg: Cluster, database: str, statement: LiteralString) -> list[tuple[Any, ...]]:
    """The rows of one statement, run beside the server."""
    with psycopg.connect(
        host=LOOPBACK, port=pg.port, user=OWNER, dbname=database, autocommit=True
    ) as connection:
        cursor = connection.execute(statement)
        return cursor.fetchall() if cursor.description else []
