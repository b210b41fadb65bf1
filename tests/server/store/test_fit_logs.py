"""What fits look ahead at are the cards that campaigns go on asking."""

from __future__ import annotations

from datetime import timedelta

import pytest

from server.store import fit_logs
from server.store.card_memory import CardMemory
from tests.server.firm import NOW, TODAY, Firm

DAYS = 30


@pytest.mark.parametrize(("days_later", "asked"), [(0, True), (1, False)])
def test_a_campaign_asks_up_to_its_last_day(firm: Firm, days_later: int, *, asked: bool) -> None:
    card_set = firm.card_set()
    begun = TODAY - timedelta(days=DAYS - 1)
    card, fatima = firm.card(card_set, "Wie bel je?"), firm.person("Fatima")
    firm.enrol(firm.campaign(card_set, starts_on=begun, days=DAYS), fatima)
    firm.add(
        CardMemory(
            person_id=fatima.id, card_id=card.id, stability=3.0, difficulty=5.0,
            first_study_day=TODAY, last_study_day=TODAY, reviews=1, lapses=0, correct_run=1,
            due_on=TODAY, last_review_at=NOW, changed_at=NOW,
        )
    )  # fmt: skip
    found = fit_logs.due_days(firm.db, [fatima.id], TODAY + timedelta(days=days_later))
    assert found == ({(fatima.id, card.id): TODAY} if asked else {})
