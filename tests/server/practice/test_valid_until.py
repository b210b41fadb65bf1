"""A card that holds until a day is not asked after it."""

from __future__ import annotations

from datetime import timedelta

import pytest

from server.practice.day import look, standing
from server.practice.next_date import next_date
from server.practice.plan_session import plan_ahead, plan_session
from server.teaching.refusal import Refused
from server.teaching.validity import set_valid_until
from tests.server.firm import NOW, TODAY
from tests.server.practice.desk import Desk
from tests.support import sets

TOMORROW = TODAY + timedelta(days=1)


@pytest.fixture
def ending(desk: Desk) -> Desk:
    """The first card is valid today and tomorrow; Fatima met it and the second one."""
    card = desk.cards[0]
    assert (
        set_valid_until(
            desk.firm.db, desk.firm.daan, desk.card_set.id, [card.id], TOMORROW, now=NOW
        )
        == 1
    )
    sets.release(desk.firm, desk.card_set, NOW - timedelta(hours=1))
    return desk


def asked(desk: Desk, days: int) -> set[int]:
    found = plan_session(desk.firm.db, desk.fatima, NOW + timedelta(days=days))
    return {desk.cards.index(card) for card in desk.cards for one in found.cards
            if one.card_id == card.id}  # fmt: skip


def test_it_is_asked_up_to_its_last_day(ending: Desk) -> None:
    assert asked(ending, 1) == {0, 1, 2, 3, 4}
    assert asked(ending, 2) == {1, 2, 3, 4}


def test_a_due_card_is_not_asked_after_its_last_day(ending: Desk) -> None:
    ending.record(*(ending.answer(n, n, reviewed_at=NOW) for n in (0, 1)))
    due = [(ending.memory(n) or {})["due_on"] for n in (0, 1)]
    days = max((day - TODAY).days for day in due)
    assert 0 not in asked(ending, days)
    assert 1 in asked(ending, days)


def test_a_phone_without_network_does_not_get_it_for_later_days(ending: Desk) -> None:
    planned = plan_ahead(ending.firm.db, ending.fatima, NOW)
    gone = ending.cards[0].id
    assert all(gone not in [one.card_id for one in day.cards] for day in planned[2:])


def test_learners_get_a_day_with_the_release_only(ending: Desk) -> None:
    set_valid_until(
        ending.firm.db, ending.firm.daan, ending.card_set.id, [ending.cards[0].id], None, now=NOW
    )
    assert 0 not in asked(ending, 2)
    sets.release(ending.firm, ending.card_set, NOW)
    assert 0 in asked(ending, 2)


def test_no_next_day_is_promised_for_cards_that_end_today(desk: Desk) -> None:
    ids = [card.id for card in desk.cards]
    set_valid_until(desk.firm.db, desk.firm.daan, desk.card_set.id, ids, TODAY, now=NOW)
    sets.release(desk.firm, desk.card_set, NOW - timedelta(hours=1))
    desk.record(desk.answer("one", 0, reviewed_at=NOW))
    at = standing(desk.firm.db, desk.fatima, NOW)
    day = look(desk.firm.db, desk.fatima, at)
    assert next_date(desk.firm.db, desk.fatima, day) is None


def test_an_answer_of_today_still_counts_for_today(ending: Desk) -> None:
    later = NOW + timedelta(days=2)
    ending.record(ending.answer("offline", 0, reviewed_at=later), now=later)
    assert plan_session(ending.firm.db, ending.fatima, later).answered_today == 1


def test_a_card_of_another_set_is_refused_and_nothing_changes(desk: Desk) -> None:
    other = sets.recalls(desk.firm, desk.firm.card_set(), 1)
    ids = [desk.cards[0].id, other[0].id]
    with pytest.raises(Refused):
        set_valid_until(desk.firm.db, desk.firm.daan, desk.card_set.id, ids, TODAY, now=NOW)
    assert desk.cards[0].valid_until is None
