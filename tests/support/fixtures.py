"""Fixtures: a firm in a session, for tests of rooms; a town with a server, for tests of doors."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.server.firm import Firm, found, session_on
from tests.servers.databases import BOTH, database_from
from tests.servers.postgres import Cluster
from tests.support.town import Rows, Town, settle_in, town_on

TOWN = "beklijf_town"


@pytest.fixture
def firm(database_url: str) -> Iterator[Firm]:
    with session_on(database_url) as db:
        yield found(db)


@pytest.fixture(scope="session")
def sqlite_town(
    sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Path, Rows]:
    file = tmp_path_factory.mktemp("town") / "town.db"
    shutil.copy(sqlite_template, file)
    return file, settle_in(f"sqlite:///{file}")


@pytest.fixture(scope="session")
def postgres_town(postgres_cluster: Cluster, postgres_template: str) -> tuple[str, Rows]:
    return TOWN, settle_in(postgres_cluster.create(TOWN, postgres_template))


@pytest.fixture(params=BOTH)
def town(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Town]:
    """Copied from one where the firms were founded: there are more tests of doors than of all
    else."""
    template, rows = request.getfixturevalue(f"{request.param}_town")
    with database_from(request, template) as url, town_on(url, rows, tmp_path) as town:
        yield town
