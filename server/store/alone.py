"""Being the only process that does something."""

from __future__ import annotations

from sqlalchemy import Connection, func, select


def hold_alone(connection: Connection, what: str) -> None:
    """Waits until no other process does `what`, and keeps others waiting until the commit.

    SQLite needs nothing: whoever may write there is alone.
    """
    if connection.dialect.name == "postgresql":
        lock = func.pg_advisory_xact_lock(func.hashtextextended(f"beklijf {what}", 0))
        connection.execute(select(lock))
