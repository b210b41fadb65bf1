from __future__ import annotations

from datetime import timedelta

import pytest

from server.practice.plan_session import StudySession, plan_ahead, plan_session
from tests.server.firm import NOW, TODAY, Firm, counted
from tests.server.practice.desk import Desk
from tests.support import sets

DAY = timedelta(days=1)


@pytest.fixture
def after(firm: Firm) -> Desk:
    """Fatima on the last day of a campaign of which she answered three of five cards."""
    card_set = firm.card_set()
    made = sets.recalls(firm, card_set, 5)
    sets.release(firm, card_set)
    fatima = firm.person("Fatima")
    sets.campaign(firm, card_set, people=(fatima,), days=1)
    desk = Desk(firm, fatima, card_set, made)
    desk.record(desk.answer("a", 0), desk.answer("b", 1, rating=1), desk.answer("c", 2, rating=4))
    return desk


def session(desk: Desk, days: int) -> StudySession:
    return plan_session(desk.firm.db, desk.fatima, NOW + days * DAY)


def asked(desk: Desk, days: int) -> list[int]:
    return [card.card_id for card in session(desk, days).cards]


def test_a_week_after_the_end_comes_the_card_of_the_lowest_recall(after: Desk) -> None:
    assert [asked(after, days) for days in range(1, 7)] == [[]] * 6
    assert asked(after, 7) == [after.cards[1].id]


def test_until_then_its_day_is_told(after: Desk) -> None:
    assert session(after, 1).next_date == TODAY + 7 * DAY
    at = NOW + 7 * DAY
    after.record(after.answer("up", 1, reviewed_at=at), now=at)
    assert session(after, 7).next_date == TODAY + 14 * DAY


def test_one_a_week_whatever_she_answers(after: Desk) -> None:
    seen = []
    for days in range(1, 31):
        for card_id in asked(after, days):
            seen.append(days)
            card = next(one for one in after.cards if one.id == card_id)
            at = NOW + days * DAY
            after.record(after.answer(days, card, rating=1, reviewed_at=at), now=at)
    assert seen == [7, 14, 21, 28]


def test_the_day_is_done_when_it_was_answered(after: Desk) -> None:
    at = NOW + 7 * DAY
    after.record(after.answer("up", 1, reviewed_at=at), now=at)
    done = session(after, 7)
    assert (done.done_today, done.answered_today) == (True, 1)


def test_who_stayed_away_for_months_finds_one_card(after: Desk) -> None:
    assert len(asked(after, 100)) == 1


def test_she_can_do_without(after: Desk) -> None:
    after.fatima.upkeep = False
    after.firm.db.flush()
    assert asked(after, 7) == []


def test_it_takes_a_place_of_the_one_budget(after: Desk) -> None:
    card_set = after.firm.card_set("Tweede")
    sets.recalls(after.firm, card_set, 5)
    sets.release(after.firm, card_set)
    starts_on = TODAY + 7 * DAY
    sets.campaign(
        after.firm, card_set, people=(after.fatima,), cards_per_day=3, starts_on=starts_on
    )
    assert len(asked(after, 7)) == 3


def test_a_set_that_is_practised_again_is_not_kept_up_beside_it(after: Desk) -> None:
    starts_on = TODAY + 7 * DAY
    sets.campaign(after.firm, after.card_set, people=(after.fatima,), starts_on=starts_on)
    due_or_new = [after.cards[number].id for number in (0, 1, 3, 4)]
    assert sorted(asked(after, 7)) == due_or_new


def test_what_she_never_met_is_not_kept_up(after: Desk) -> None:
    sam = after.firm.person("Sam")
    sets.campaign(after.firm, after.card_set, people=(sam,), days=1)
    assert plan_session(after.firm.db, sam, NOW + 30 * DAY).cards == []


def test_the_phone_gets_the_coming_one_ahead(after: Desk) -> None:
    days = plan_ahead(after.firm.db, after.fatima, NOW + 3 * DAY)
    assert [len(one.cards) for one in days] == [0, 0, 0, 0, 1, 0, 0, 0]


def test_it_costs_no_statement_of_its_own(after: Desk) -> None:
    with counted(after.firm.db) as seen:
        session(after, 7)
    assert len(seen) <= 3
