from __future__ import annotations

from datetime import timedelta

import pytest

from server.practice.changes import Place, changes_since
from server.practice.plan_session import plan_session
from tests.server.firm import NOW, Firm
from tests.server.practice.desk import Desk
from tests.support import sets

DAY = timedelta(days=1)


@pytest.fixture
def nearly_over(firm: Firm) -> Desk:
    """Fatima in a campaign of twelve days who knows its first card and met its second once."""
    card_set = firm.card_set()
    made = sets.recalls(firm, card_set, 2)
    sets.release(firm, card_set)
    fatima = firm.person("Fatima")
    sets.campaign(firm, card_set, people=(fatima,), days=12)
    desk = Desk(firm, fatima, card_set, made)
    for days, card in ((0, 0), (0, 1), (4, 0)):
        at = NOW + days * DAY
        desk.record(desk.answer((days, card), card, reviewed_at=at), now=at)
    return desk


def asked(desk: Desk, days: int) -> set[int]:
    session = plan_session(desk.firm.db, desk.fatima, NOW + days * DAY)
    return {card.card_id for card in session.cards}


def done(desk: Desk) -> dict[int, bool]:
    found = changes_since(desk.firm.db, desk.fatima, Place(), NOW + 5 * DAY)
    return {row["card_id"]: row["retired"] for row in found.memory}


def test_what_will_be_known_on_the_last_day_is_asked_no_more(nearly_over: Desk) -> None:
    known, met = (card.id for card in nearly_over.cards)
    assert done(nearly_over) == {known: True, met: False}
    later = [asked(nearly_over, days) for days in range(5, 12)]
    assert known not in set().union(*later)
    assert met in set().union(*later)


def test_its_due_day_stays_that_of_the_fold(nearly_over: Desk) -> None:
    assert nearly_over.differences() == []


def test_a_wrong_answer_on_own_wish_brings_it_back(nearly_over: Desk) -> None:
    at = NOW + 5 * DAY
    nearly_over.record(nearly_over.answer("own", 0, rating=1, reviewed_at=at), now=at)
    assert nearly_over.cards[0].id in asked(nearly_over, 9)
    assert done(nearly_over)[nearly_over.cards[0].id] is False


def test_a_longer_campaign_brings_it_back(nearly_over: Desk) -> None:
    sets.campaign(nearly_over.firm, nearly_over.card_set, people=(nearly_over.fatima,), days=400)
    assert done(nearly_over)[nearly_over.cards[0].id] is False
