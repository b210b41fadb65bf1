"""Fixtures: databases for tests of the store, on SQLite and on PostgreSQL."""

from __future__ import annotations

import itertools
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.servers import postgres
from tests.servers.schema import lay_tables

TEMPLATE = "beklijf_template"

BOTH = [
    pytest.param("sqlite", id="sqlite"),
    pytest.param("postgres", id="postgres", marks=pytest.mark.postgres),
]

_numbers = itertools.count(1)


@pytest.fixture(scope="session")
def postgres_cluster() -> Iterator[postgres.Cluster]:
    with postgres.cluster() as cluster:
        yield cluster


@pytest.fixture(params=BOTH)
def database_url(request: pytest.FixtureRequest) -> Iterator[str]:
    """A database of this test's own, with the tables laid: once on SQLite, once on PostgreSQL."""
    yield from _database(request, "tables")


@pytest.fixture(params=BOTH)
def empty_database_url(request: pytest.FixtureRequest) -> Iterator[str]:
    """The same without tables, for tests of the migrations."""
    yield from _database(request, "empty")


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("template") / "template.db"
    lay_tables(f"sqlite:///{file}")
    return file


@pytest.fixture(scope="session")
def postgres_template(postgres_cluster: postgres.Cluster) -> str:
    lay_tables(postgres_cluster.create(TEMPLATE))
    return TEMPLATE


def _database(request: pytest.FixtureRequest, contents: str) -> Iterator[str]:
    if request.param == "sqlite":
        yield _on_sqlite(request, contents)
        return
    cluster: postgres.Cluster = request.getfixturevalue("postgres_cluster")
    template = "template0"
    if contents == "tables":
        template = request.getfixturevalue("postgres_template")
    name = f"test_{next(_numbers)}"
    yield cluster.create(name, template)
    cluster.drop(name)


def _on_sqlite(request: pytest.FixtureRequest, contents: str) -> str:
    folder: Path = request.getfixturevalue("tmp_path")
    file = folder / "beklijf.db"
    if contents == "tables":
        shutil.copy(request.getfixturevalue("sqlite_template"), file)
    return f"sqlite:///{file}"
