from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from server.practice.plan_session import plan_ahead
from tests.server.firm import NOW, TODAY, counted
from tests.server.practice.desk import Desk
from tests.server.practice.test_session import DAY, asked, practise, second_set
from tests.support import sets


def ahead(desk: Desk, days: int = 0) -> list[list[int]]:
    found = plan_ahead(desk.firm.db, desk.fatima, NOW + days * DAY)
    return [[card.card_id for card in one.cards] for one in found]


def test_there_are_eight_days_from_today(desk: Desk) -> None:
    found = plan_ahead(desk.firm.db, desk.fatima, NOW)
    assert [one.study_day for one in found] == [TODAY + timedelta(days=days) for days in range(8)]


@pytest.mark.parametrize("cards_per_day", [1, 3, 4, 60])
def test_each_day_is_as_its_session_will_be_when_the_days_before_are_done(
    desk: Desk, cards_per_day: int
) -> None:
    card_set, extra = second_set(desk, 12)
    sets.campaign(desk.firm, card_set, people=(desk.fatima,), days=20)
    desk.cards += extra
    desk.fatima.cards_per_day = cards_per_day
    promised = ahead(desk)
    for days, ids in enumerate(promised):
        assert asked(desk, days) == ids, days
        practise(desk, days)


def test_what_was_wrong_today_is_in_tomorrows_plan(desk: Desk) -> None:
    practise(desk, rating=1)
    today, tomorrow, *_ = ahead(desk)
    assert today == []
    assert sorted(tomorrow) == [card.id for card in desk.cards]


def test_halfway_a_session_the_rest_of_today_is_left(desk: Desk) -> None:
    desk.record(desk.answer("a", 0), desk.answer("b", 1))
    assert sorted(ahead(desk)[0]) == [card.id for card in desk.cards[2:]]


def test_paused_days_are_empty(desk: Desk) -> None:
    desk.firm.away(desk.fatima, TODAY, TODAY + 3 * DAY)
    assert [bool(ids) for ids in ahead(desk)[:5]] == [False] * 4 + [True]


def test_it_takes_at_most_three_statements(desk: Desk) -> None:
    with counted(desk.firm.db) as seen:
        ahead(desk)
    assert 0 < len(seen) <= 3


def test_a_campaign_that_begins_this_week_is_there_from_its_first_day(desk: Desk) -> None:
    card_set, extra = second_set(desk, 3)
    later: dict[str, Any] = {
        "starts_on": TODAY + 2 * DAY,
        "days": 3,
        "cards_per_day": 12,
        "recall": 0.95,
    }
    sets.campaign(desk.firm, card_set, people=(desk.fatima,), **later)
    desk.cards += extra
    promised = ahead(desk)
    begun = {card.id for card in extra}
    assert [len(begun & set(ids)) for ids in promised[:3]] == [0, 0, 3]
    for days, ids in enumerate(promised):
        assert asked(desk, days) == ids, days
        practise(desk, days)


def test_a_campaign_that_ends_this_week_asks_nothing_after_it(desk: Desk) -> None:
    sam = desk.firm.person("Sam")
    sets.campaign(desk.firm, desk.card_set, people=(sam,), days=3, cards_per_day=1)
    desk.fatima = sam
    assert [len(ids) for ids in ahead(desk)] == [1, 1, 1, 0, 0, 0, 0, 0]


def test_many_new_cards_are_paced_alike(desk: Desk) -> None:
    card_set, extra = second_set(desk, 120)
    sets.campaign(desk.firm, card_set, people=(desk.fatima,), days=9, cards_per_day=6)
    desk.cards += extra
    for days in range(3):
        practise(desk, days, rating=1)
    promised = ahead(desk, 3)
    for days, ids in enumerate(promised[:3], start=3):
        assert asked(desk, days) == ids, days
        practise(desk, days)
