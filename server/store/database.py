"""The engine's manners on SQLite and PostgreSQL, and the Flask extension that holds the session."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any

from flask_sqlalchemy import SQLAlchemy
from sqlalchemy import Connection, Engine, event
from sqlalchemy.orm import Session

from server.store import scope, search_keeping
from server.store.base import Base
from server.store.pool import try_idle_connections

BUSY_MS = 10_000
_ONLY_READS = "beklijf_only_reads"
MIGRATIONS = Path(__file__).parent / "migrations"

db = SQLAlchemy(metadata=Base.metadata, session_options={"expire_on_commit": False})


def engine_options(database_url: str) -> dict[str, Any]:
    """Options for `create_engine` that fit the database.

    Errors show no values: they end up in logs, and the values are addresses, answers and hashes.
    """
    quiet = {"hide_parameters": True}
    if database_url.startswith("sqlite"):
        # The driver's own transactions begin late: two readers both read, both write, and one
        # update is lost. So the driver commits nothing by itself and we say BEGIN IMMEDIATE.
        manners = {"isolation_level": None, "check_same_thread": False}
        return {**quiet, "connect_args": manners}
    return {**quiet, "pool_size": 4, "max_overflow": 4}


def prepare(engine: Engine) -> None:
    """Gives SQLite the pragmas and transactions it needs, PostgreSQL connections that work."""
    if engine.dialect.name != "sqlite":
        try_idle_connections(engine)
        return
    event.listen(engine, "connect", _sqlite_connect)
    event.listen(engine, "begin", _sqlite_begin)


def _sqlite_connect(connection: sqlite3.Connection, _record: object) -> None:
    connection.execute(f"PRAGMA busy_timeout = {BUSY_MS}")
    connection.execute("PRAGMA journal_mode = WAL")
    # NORMAL would lose the last commits in a power cut, and the phones have dropped those answers.
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA foreign_keys = ON")


def _sqlite_begin(connection: Connection) -> None:
    reads = connection.get_execution_options().get(_ONLY_READS, False)
    connection.exec_driver_sql("BEGIN" if reads else "BEGIN IMMEDIATE")


def only_reads(session: Session) -> None:
    """Says, before its first statement, that the session's transaction writes nothing.

    On SQLite it then shares the database with a writer instead of waiting for its turn. On
    PostgreSQL it saves the round trips of BEGIN and ROLLBACK: there each statement of a
    transaction sees what was committed before it anyway.
    """
    options: dict[str, Any] = {_ONLY_READS: True}
    if session.get_bind().dialect.name == "postgresql":
        options["isolation_level"] = "AUTOCOMMIT"
    session.connection(execution_options=options)


def of_one_moment(session: Session) -> None:
    """Says, before its first statement, that the session only reads, and as things stand now.

    What others commit meanwhile stays unseen until the transaction ends; nobody has to wait.
    """
    options: dict[str, Any] = {_ONLY_READS: True}
    if session.get_bind().dialect.name == "postgresql":
        options["isolation_level"] = "REPEATABLE READ"
    session.connection(execution_options=options)


scope.install(Session)
search_keeping.install(Session)
