from __future__ import annotations

from datetime import date, timedelta

from scheduler.stop.leech import LONGEST_REST
from tests.server.firm import NOW, TODAY
from tests.server.practice.desk import Desk
from tests.server.practice.test_session import DAY, asked, practise, session
from tests.support import sets


def pause(desk: Desk, first: int, last: int) -> None:
    """A pause between these days from today."""
    desk.firm.away(desk.fatima, TODAY + first * DAY, TODAY + last * DAY)


def next_date(desk: Desk, days: int = 0) -> date | None:
    return session(desk, days).next_date


def test_nothing_is_asked_during_a_pause(desk: Desk) -> None:
    pause(desk, 0, 2)
    assert [len(asked(desk, days)) for days in range(4)] == [0, 0, 0, 5]
    assert session(desk).paused_until == TODAY + 2 * DAY
    assert asked(desk, more=True) == []
    assert session(desk, 3).paused_until is None


def test_no_pile_waits_after_a_pause(desk: Desk) -> None:
    practise(desk)
    due = {memory["due_on"] for card in range(5) if (memory := desk.memory(card))}
    pause(desk, 1, 20)
    assert asked(desk, 21) == []
    first = min(due)
    assert len(asked(desk, (first - TODAY).days + 20)) >= 1


def test_while_cards_are_left_there_is_no_next_date(desk: Desk) -> None:
    assert next_date(desk) is None


def test_practice_goes_on_when_the_first_card_is_due(desk: Desk) -> None:
    practise(desk)
    dues = [memory["due_on"] for card in range(5) if (memory := desk.memory(card))]
    assert next_date(desk) == min(dues)


def test_what_the_budget_left_over_comes_tomorrow(desk: Desk) -> None:
    desk.fatima.cards_per_day = 2
    practise(desk)
    assert next_date(desk) == TODAY + DAY
    for days in range(1, 3):
        practise(desk, days)
    desk.fatima.cards_per_day = 1
    practise(desk, 9)  # four or five are due, one is asked
    assert next_date(desk, 9) == TODAY + 10 * DAY


def test_in_a_pause_practice_goes_on_after_it(desk: Desk) -> None:
    pause(desk, 0, 6)
    assert next_date(desk) == TODAY + 7 * DAY


def test_what_is_due_in_a_pause_moves_behind_it(desk: Desk) -> None:
    practise(desk)
    dues = [memory["due_on"] for card in range(5) if (memory := desk.memory(card))]
    pause(desk, 1, 30)
    assert next_date(desk) == min(dues) + timedelta(days=30)


def test_what_is_due_after_the_campaign_is_not_announced(desk: Desk) -> None:
    other = desk.firm.person("Sam")
    sets.campaign(desk.firm, desk.card_set, people=(other,), days=1)
    desk.fatima = other
    practise(desk)
    assert next_date(desk) is None
    other.upkeep = False
    desk.firm.db.flush()
    assert next_date(desk, 1) is None


def test_a_card_that_rests_is_announced_for_the_day_it_is_back(desk: Desk) -> None:
    firm, sam, card_set = desk.firm, desk.firm.person("Sam"), desk.firm.card_set("Lastig")
    stuck = Desk(firm, sam, card_set, sets.recalls(firm, card_set, 1))
    sets.release(firm, card_set)
    sets.campaign(firm, card_set, people=(sam,), starts_on=TODAY - 20 * DAY)
    for ago in range(20, 11, -1):
        rating = 3 if ago == 20 else 1
        stuck.record(stuck.answer(ago, 0, rating=rating, reviewed_at=NOW - ago * DAY))
    back = TODAY - 12 * DAY + LONGEST_REST
    assert (asked(stuck), next_date(stuck)) == ([], back)
    assert next_date(stuck, -12) == back


def test_a_campaign_to_come_is_announced(desk: Desk) -> None:
    other = desk.firm.person("Sam")
    sets.campaign(desk.firm, desk.card_set, people=(other,), starts_on=TODAY + 5 * DAY)
    desk.fatima = other
    assert next_date(desk) == TODAY + 5 * DAY
    pause(desk, 4, 8)
    assert next_date(desk) == TODAY + 9 * DAY


def test_without_a_campaign_there_is_nothing_ahead(desk: Desk) -> None:
    desk.fatima = desk.firm.person("Sam")
    assert (next_date(desk), asked(desk), session(desk).done_today) == (None, [], False)
