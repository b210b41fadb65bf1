"""Fixtures: Fatima's desk, with five cards that she grades herself."""

from __future__ import annotations

import pytest

from tests.server.firm import Firm
from tests.server.practice.desk import Desk
from tests.support import sets


@pytest.fixture
def desk(firm: Firm) -> Desk:
    card_set = firm.card_set()
    made = sets.recalls(firm, card_set, 5)
    sets.release(firm, card_set)
    fatima = firm.person("Fatima", organisation=firm.organisation)
    sets.campaign(firm, card_set, people=(fatima,))
    return Desk(firm, fatima, card_set, made)
