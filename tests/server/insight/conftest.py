"""Fixtures: a firm whose figures are asked for."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.server.firm import Firm, found, session_on


@pytest.fixture
def firm(database_url: str) -> Iterator[Firm]:
    with session_on(database_url) as db:
        yield found(db)
