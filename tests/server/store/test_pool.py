"""A database that went away and came back is found again without an error."""

from __future__ import annotations

import pytest
from sqlalchemy import Engine, create_engine, text

from server.store import database, pool
from tests.servers.postgres import Cluster

pytestmark = pytest.mark.postgres


@pytest.fixture
def engine(postgres_cluster: Cluster) -> Engine:
    url = postgres_cluster.url("postgres")
    engine = create_engine(url, **database.engine_options(url))
    database.prepare(engine)
    return engine


def test_a_connection_that_broke_while_idle_is_replaced(
    engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pool, "IDLE", 0.0)
    first = _backend(engine)
    _end(engine, first)
    assert _backend(engine) != first
    engine.dispose()


def test_a_connection_used_a_moment_ago_is_not_tried(
    engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    tried: list[object] = []
    monkeypatch.setattr(type(engine.dialect), "do_ping", lambda _, one: tried.append(one))
    assert _backend(engine) == _backend(engine)
    assert tried == []
    engine.dispose()


def _backend(engine: Engine) -> int:
    with engine.connect() as connection:
        return int(connection.execute(text("SELECT pg_backend_pid()")).scalar_one())


def _end(engine: Engine, backend: int) -> None:
    other = create_engine(engine.url)
    with other.connect() as connection:
        # With a timeout it waits until the backend is really gone.
        ended = connection.execute(text(f"SELECT pg_terminate_backend({backend}, 5000)"))
        assert ended.scalar_one()
    other.dispose()
