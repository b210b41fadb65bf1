"""Fixtures: Daan's firm and its set."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from server.store.card_sets import CardSet
from tests.server.firm import Firm, found, session_on


@pytest.fixture
def firm(database_url: str) -> Iterator[Firm]:
    with session_on(database_url) as db:
        yield found(db)


@pytest.fixture
def card_set(firm: Firm) -> CardSet:
    return firm.card_set()
