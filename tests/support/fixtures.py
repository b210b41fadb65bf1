"""Fixtures: a firm in a session, for tests of rooms; a town with a server, for tests of doors."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.server.firm import Firm, found, session_on
from tests.support.town import Town, town_on


@pytest.fixture
def firm(database_url: str) -> Iterator[Firm]:
    with session_on(database_url) as db:
        yield found(db)


@pytest.fixture
def town(database_url: str, tmp_path: Path) -> Iterator[Town]:
    with town_on(database_url, tmp_path) as town:
        yield town
