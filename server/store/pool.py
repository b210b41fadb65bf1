"""Connections that lay idle are tried before they are used again.

SQLAlchemy's own `pool_pre_ping` tries every connection every time, a round trip in each request. A
database that restarts is away for longer than `IDLE`, so a connection used a moment ago is good.
"""

from __future__ import annotations

from time import monotonic

from sqlalchemy import Engine, event
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import DisconnectionError
from sqlalchemy.pool import ConnectionPoolEntry

IDLE = 1.0  # seconds
_USED_AT = "beklijf_used_at"


def try_idle_connections(engine: Engine) -> None:
    """Has the engine replace connections that broke while nobody used them."""

    def after_use(_connection: DBAPIConnection | None, entry: ConnectionPoolEntry) -> None:
        entry.info[_USED_AT] = monotonic()

    def before_use(connection: DBAPIConnection, entry: ConnectionPoolEntry, _proxy: object) -> None:
        used_at = entry.info.get(_USED_AT)  # None on a connection just made
        if used_at is None or monotonic() - used_at < IDLE:
            return
        try:
            engine.dialect.do_ping(connection)
        except engine.dialect.loaded_dbapi.Error as error:
            raise DisconnectionError from error

    event.listen(engine, "checkin", after_use)
    event.listen(engine, "checkout", before_use)
