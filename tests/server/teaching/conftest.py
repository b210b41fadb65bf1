"""Fixtures: Daan's set."""

from __future__ import annotations

import pytest

from server.store.card_sets import CardSet
from tests.server.firm import Firm


@pytest.fixture
def card_set(firm: Firm) -> CardSet:
    return firm.card_set()
