"""Easy days, days off, holidays and minutes, as they shape a learner's day."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from scheduler.days_off import EVERY_DAY, WORKING_WEEK
from server.practice.plan_session import StudySession, plan_ahead, plan_session
from tests.server.firm import NOW, TODAY, counted
from tests.server.practice.desk import Desk
from tests.server.practice.test_session import DAY, asked, practise, second_set, session
from tests.support import sets

SATURDAY = 3  # days from today, a Wednesday
KINGS_DAY = datetime(2027, 4, 27, 9, tzinfo=UTC)
EASY = ["half"] * 7


@pytest.fixture
def full(desk: Desk) -> Desk:
    """Fatima with more cards than fit in a day."""
    card_set, extra = second_set(desk, 40)
    sets.campaign(desk.firm, card_set, people=(desk.fatima,), days=300)
    desk.cards += extra
    return desk


def keeps(desk: Desk, **chosen: Any) -> None:
    """What Fatima chose for herself."""
    for name, value in chosen.items():
        setattr(desk.fatima, name, value)
    desk.firm.db.flush()


def firm_keeps(desk: Desk, **chosen: Any) -> None:
    """What holds for who chose nothing."""
    for name, value in chosen.items():
        setattr(desk.firm.organisation, name, value)
    desk.firm.db.flush()


def on_kings_day(desk: Desk) -> StudySession:
    return plan_session(desk.firm.db, desk.fatima, KINGS_DAY)


def test_a_day_off_asks_nothing_and_says_when_it_goes_on(full: Desk) -> None:
    firm_keeps(full, day_loads=list(WORKING_WEEK))
    assert [len(asked(full, days)) for days in range(2, 6)] == [10, 0, 0, 10]
    assert session(full, SATURDAY).next_date == TODAY + 5 * DAY
    assert session(full, SATURDAY).budget == 0


def test_on_a_day_off_five_come_on_own_wish(full: Desk) -> None:
    keeps(full, day_loads=list(WORKING_WEEK))
    assert len(asked(full, SATURDAY, more=True)) == 5


def test_an_easy_day_asks_half(full: Desk) -> None:
    keeps(full, day_loads=EASY)
    assert len(asked(full)) == 5
    keeps(full, cards_per_day=7)
    assert len(asked(full)) == 4


def test_her_own_week_comes_before_that_of_the_organisation(full: Desk) -> None:
    firm_keeps(full, day_loads=["none"] * 7)
    assert asked(full) == []
    keeps(full, day_loads=list(EVERY_DAY))
    assert len(asked(full)) == 10


@pytest.mark.parametrize(
    ("firms", "own", "holiday"),
    [("NL", None, "Koningsdag"), ("", "NL", "Koningsdag"), ("NL", "BE", None), ("NL", "", None)],
)
def test_a_public_holiday_is_off_where_it_is_kept(
    full: Desk, firms: str, own: str | None, holiday: str | None
) -> None:
    firm_keeps(full, country=firms)
    keeps(full, country=own)
    told = on_kings_day(full)
    assert (told.holiday, told.budget) == (holiday, 0 if holiday else 10)
    assert bool(told.cards) == (holiday is None)


def test_a_holiday_is_called_in_her_language(full: Desk) -> None:
    keeps(full, country="NL", language="en")
    assert on_kings_day(full).holiday == "King's Day"


def test_the_week_ahead_has_the_budget_of_each_day(full: Desk) -> None:
    keeps(full, day_loads=["full", "full", "half", "full", "full", "none", "none"])
    found = plan_ahead(full.firm.db, full.fatima, NOW)
    assert [one.budget for one in found] == [5, 10, 10, 0, 0, 10, 10, 5]
    assert [len(one.cards) for one in found] == [5, 10, 10, 0, 0, 10, 10, 5]


def test_new_cards_are_paced_over_working_days_only(desk: Desk) -> None:
    """All thirty are met although only seven of the nine days are worked."""
    card_set, extra = second_set(desk, 30)
    sets.campaign(desk.firm, card_set, people=(desk.fatima,), days=9, cards_per_day=60)
    desk.cards += extra
    keeps(desk, day_loads=list(WORKING_WEEK))
    keeps(desk, cards_per_day=12)
    for days in range(9):
        practise(desk, days)
    assert all(desk.memory(number) for number in range(5, 35))


def test_minutes_become_cards_by_her_own_time(full: Desk) -> None:
    keeps(full, minutes_per_day=3)
    assert len(asked(full)) == 10  # 18 seconds a card, while nobody knows better
    for number, card in enumerate(full.cards[:12]):
        at = NOW + timedelta(seconds=number)
        full.record(full.answer(number, card, took_ms=25_000, reviewed_at=at), now=at)
    assert len(asked(full)) == 0  # the budget of a day does not move while it is used
    assert session(full, 1).budget == 6  # 25 seconds and 5 to read
    assert session(full, 1).minutes == 3


def test_many_answers_cost_no_more_statements(full: Desk) -> None:
    keeps(full, minutes_per_day=10)
    full.firm.away(full.fatima, TODAY - 9 * DAY, TODAY - 8 * DAY)
    full.firm.away(full.fatima, TODAY + 9 * DAY, TODAY + 12 * DAY, "illness")
    counts = set()
    for days in range(5):
        with counted(full.firm.db) as seen:
            session(full, days)
        counts.add(len(seen))
        practise(full, days)
    assert max(counts) <= 3


def test_pauses_in_a_row_are_one_absence(desk: Desk) -> None:
    practise(desk)
    due = min(memory["due_on"] for card in range(5) if (memory := desk.memory(card)))
    desk.firm.away(desk.fatima, TODAY + DAY, TODAY + 7 * DAY)
    desk.firm.away(desk.fatima, TODAY + 8 * DAY, TODAY + 10 * DAY, "leave")
    assert [asked(desk, days) for days in range(1, 11)] == [[]] * 10
    back: date = due + 10 * DAY
    assert session(desk, 3).next_date == back
    assert session(desk, 3).paused_until == TODAY + 10 * DAY
    assert asked(desk, (back - TODAY).days)
