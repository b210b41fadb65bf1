from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from server.practice.plan_session import StudySession, plan_session
from server.store import card_sets
from server.store.card_sets import Card
from tests.server.firm import NOW, TODAY, Firm, counted
from tests.server.practice.desk import Desk
from tests.support import sets
from tests.support.faces import face

DAY = timedelta(days=1)


def session(desk: Desk, days: int = 0, *, more: bool = False) -> StudySession:
    return plan_session(desk.firm.db, desk.fatima, NOW + days * DAY, more=more)


def asked(desk: Desk, days: int = 0, *, more: bool = False) -> list[int]:
    return [card.card_id for card in session(desk, days, more=more).cards]


def practise(desk: Desk, days: int = 0, rating: int = 3) -> None:
    """Fatima does all of that day's session."""
    at = NOW + days * DAY
    for number, shown in enumerate(session(desk, days).cards):
        card = next(card for card in desk.cards if card.id == shown.card_id)
        answer = desk.answer(
            (days, card.id), card, rating=rating, variant_id=shown.face["variant_id"],
            reviewed_at=at + timedelta(seconds=number),
        )  # fmt: skip
        desk.record(answer, now=at + timedelta(hours=1))


def second_set(desk: Desk, count: int) -> tuple[card_sets.CardSet, list[Card]]:
    card_set = desk.firm.card_set("Tweede")
    made = sets.recalls(desk.firm, card_set, count)
    sets.release(desk.firm, card_set)
    return card_set, made


def test_at_most_the_budget_over_two_campaigns(desk: Desk) -> None:
    card_set, _ = second_set(desk, 30)
    sets.campaign(desk.firm, card_set, people=(desk.fatima,), cards_per_day=12)
    assert len(asked(desk)) == 12  # the larger of 10 and 12, not their sum


def test_a_set_in_two_campaigns_is_asked_once(desk: Desk) -> None:
    sets.campaign(desk.firm, desk.card_set, people=(desk.fatima,))
    assert sorted(asked(desk)) == [card.id for card in desk.cards]


def test_her_own_number_of_cards_wins(desk: Desk) -> None:
    desk.fatima.cards_per_day = 2
    assert len(asked(desk)) == 2


def test_what_was_answered_today_counts_towards_the_budget(desk: Desk) -> None:
    desk.fatima.cards_per_day = 3
    desk.record(desk.answer("a", 0), desk.answer("b", 1, rating=1))
    assert (session(desk).answered_today, len(asked(desk))) == (2, 1)


def test_done_today_is_what_was_for_today_and_no_more(desk: Desk) -> None:
    desk.fatima.cards_per_day = 3
    assert not session(desk).done_today
    practise(desk)
    done = session(desk)
    assert (done.done_today, done.answered_today, list(done.cards)) == (True, 3, [])
    assert done.practised == {TODAY}
    assert done.minutes == 0


def test_more_on_own_wish_goes_beyond_the_budget_by_five_at_most(desk: Desk) -> None:
    card_set, extra = second_set(desk, 9)
    sets.campaign(desk.firm, card_set, people=(desk.fatima,))
    desk.cards += extra
    desk.fatima.cards_per_day = 3
    practise(desk)
    assert len(asked(desk, more=True)) == 5


def test_the_day_after_it_begins_again(desk: Desk) -> None:
    desk.fatima.cards_per_day = 3
    practise(desk)
    tomorrow = session(desk, 1)
    assert (tomorrow.done_today, tomorrow.answered_today) == (False, 0)
    assert {card.card_id for card in tomorrow.cards} >= {card.id for card in desk.cards[3:]}


def test_a_wrong_answer_is_asked_again_tomorrow(desk: Desk) -> None:
    practise(desk, rating=1)
    assert asked(desk) == []
    assert sorted(asked(desk, 1)) == [card.id for card in desk.cards]


def test_a_campaign_asks_from_its_first_to_its_last_day(firm: Firm) -> None:
    card_set = firm.card_set()
    made = sets.recalls(firm, card_set, 3)
    sets.release(firm, card_set)
    desk = Desk(firm, firm.person("Fatima"), card_set, made)
    sets.campaign(firm, card_set, people=(desk.fatima,), starts_on=TODAY + DAY, days=2)
    assert [len(asked(desk, days)) for days in range(4)] == [0, 3, 3, 0]


def test_what_was_not_released_is_not_asked(firm: Firm) -> None:
    card_set = firm.card_set()
    desk = Desk(firm, firm.person("Fatima"), card_set, sets.recalls(firm, card_set, 3))
    sets.campaign(firm, card_set, people=(desk.fatima,))
    assert asked(desk) == []
    sets.release(firm, card_set)
    late = sets.recalls(firm, card_set, 1)
    assert sorted(asked(desk)) == [card.id for card in desk.cards]
    assert late[0].id not in asked(desk)


def test_a_card_that_a_later_release_leaves_out_is_not_asked(desk: Desk) -> None:
    practise(desk, rating=1)
    desk.cards[0].deleted_at = NOW
    sets.release(desk.firm, desk.card_set)
    assert sorted(asked(desk, 1)) == [card.id for card in desk.cards[1:]]


def test_wordings_take_turns(desk: Desk) -> None:
    own = face("recall", "Eigen vraag", answer="Ja")
    card_set = desk.firm.card_set("Varianten")
    variants = [face("recall", f"Variant {number}", answer="Ja") for number in (1, 2)]
    card = sets.card(desk.firm, card_set, own, *variants)
    sets.release(desk.firm, card_set)
    desk.cards = [card]
    desk.fatima = desk.firm.person("Tweede")
    sets.campaign(desk.firm, card_set, people=(desk.fatima,))
    seen = []
    for days in range(4):
        [shown] = session(desk, days).cards
        assert shown.face == shown.faces[0]
        seen.append([one["prompt"] for one in shown.faces])
        practise(desk, days, rating=1)
    first, second, third = "Eigen vraag", "Variant 1", "Variant 2"
    turns = [[first, second, third], [second, third, first], [third, first, second]]
    assert seen == [*turns, turns[0]]


@pytest.mark.parametrize("rating", [1, 2, 3, 4])
def test_each_button_says_what_recording_then_gives(desk: Desk, rating: int) -> None:
    ended: dict[str, Any] = {"starts_on": TODAY - 30 * DAY, "days": 30, "recall": 0.97}
    sets.campaign(desk.firm, desk.card_set, people=(desk.fatima,), **ended)
    sets.campaign(desk.firm, desk.card_set, people=(desk.fatima,), recall=0.93)
    for days in (0, 1, 12):
        for card in session(desk, days).cards:
            promised = getattr(card.next, {1: "again", 2: "hard", 3: "good", 4: "easy"}[rating])
            at = NOW + days * DAY
            [result] = desk.record(
                desk.answer(
                    (days, card.card_id),
                    next(one for one in desk.cards if one.id == card.card_id),
                    rating=rating, reviewed_at=at,
                ),
                now=at,
            )  # fmt: skip
            assert result.memory is not None
            assert result.memory["due_on"] == TODAY + (days + promised) * DAY


def test_it_takes_at_most_three_statements_whatever_there_is(desk: Desk) -> None:
    counts = set()
    for days in range(6):
        with counted(desk.firm.db) as seen:
            session(desk, days)
        counts.add(len(seen))
        practise(desk, days)
        with counted(desk.firm.db) as seen:
            session(desk, days)
        counts.add(len(seen))
    assert max(counts) <= 3


def test_two_cards_of_one_note_come_on_two_days(firm: Firm) -> None:
    card_set = firm.card_set()
    made = sets.recalls(firm, card_set, 3)
    for card, key in zip(made, ("guid", "guid-r", "another"), strict=True):
        card.key = key
    sets.release(firm, card_set)
    desk = Desk(firm, firm.person("Fatima"), card_set, made)
    sets.campaign(firm, card_set, people=(desk.fatima,))
    assert sorted(asked(desk)) == [made[0].id, made[2].id]
    practise(desk)
    assert asked(desk) == []
    assert asked(desk, more=True) == []
    assert made[1].id in asked(desk, 1)
