"""The engine's manners on SQLite and PostgreSQL, and the Flask extension that holds the session."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any

from flask_sqlalchemy import SQLAlchemy
from sqlalchemy import Connection, Engine, event
from sqlalchemy.orm import Session

from server.store import scope
from server.store.base import Base

BUSY_MS = 10_000
_ONLY_READS = "beklijf_only_reads"
MIGRATIONS = Path(__file__).parent / "migrations"

db = SQLAlchemy(metadata=Base.metadata, session_options={"expire_on_commit": False})


def engine_options(database_url: str) -> dict[str, Any]:
    """Options for `create_engine` that fit the database."""
    if database_url.startswith("sqlite"):
        # The driver's own transactions begin late: two readers both read, both write, and one
        # update is lost. So the driver commits nothing by itself and we say BEGIN IMMEDIATE.
        return {"connect_args": {"isolation_level": None, "check_same_thread": False}}
    return {"pool_size": 4, "max_overflow": 4, "pool_pre_ping": True}


def prepare(engine: Engine) -> None:
    """Gives SQLite the pragmas and transactions it needs; PostgreSQL needs nothing."""
    if engine.dialect.name != "sqlite":
        return
    event.listen(engine, "connect", _sqlite_connect)
    event.listen(engine, "begin", _sqlite_begin)


def _sqlite_connect(connection: sqlite3.Connection, _record: object) -> None:
    connection.execute(f"PRAGMA busy_timeout = {BUSY_MS}")
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = NORMAL")
    connection.execute("PRAGMA foreign_keys = ON")


def _sqlite_begin(connection: Connection) -> None:
    reads = connection.get_execution_options().get(_ONLY_READS, False)
    connection.exec_driver_sql("BEGIN" if reads else "BEGIN IMMEDIATE")


def only_reads(session: Session) -> None:
    """Says, before its first statement, that the session's transaction writes nothing.

    On SQLite it then shares the database with a writer instead of waiting for its turn.
    """
    session.connection(execution_options={_ONLY_READS: True})


scope.install(Session)
