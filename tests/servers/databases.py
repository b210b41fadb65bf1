"""Fixtures: databases for tests of the store, on SQLite and on PostgreSQL."""

from __future__ import annotations

import contextlib
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
    template = request.getfixturevalue(f"{request.param}_template")
    with database_from(request, template) as url:
        yield url


@pytest.fixture(params=BOTH)
def empty_database_url(request: pytest.FixtureRequest) -> Iterator[str]:
    """The same without tables, for tests of the migrations."""
    with database_from(request, None) as url:
        yield url


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("template") / "template.db"
    lay_tables(f"sqlite:///{file}")
    return file


@pytest.fixture(scope="session")
def postgres_template(postgres_cluster: postgres.Cluster) -> str:
    lay_tables(postgres_cluster.create(TEMPLATE))
    return TEMPLATE


@contextlib.contextmanager
def database_from(request: pytest.FixtureRequest, template: Path | str | None) -> Iterator[str]:
    """A copy of this one, which the test has to itself; an empty one without a template."""
    if request.param == "sqlite":
        folder: Path = request.getfixturevalue("tmp_path")
        file = folder / "beklijf.db"
        if template:
            shutil.copy(template, file)
        yield f"sqlite:///{file}"
        return
    cluster: postgres.Cluster = request.getfixturevalue("postgres_cluster")
    name = f"test_{next(_numbers)}"
    yield cluster.create(name, str(template or "template0"))
    cluster.drop(name)
