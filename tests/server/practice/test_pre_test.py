from __future__ import annotations

from datetime import timedelta
from itertools import permutations

import pytest

from scheduler import baseline
from server.practice.answers import Answer
from server.practice.plan_session import StudySession, plan_ahead, plan_session
from server.practice.take_back import take_back
from server.store import pre_tests
from server.store.reviews import Review
from tests.server.firm import NOW, TODAY, Firm, counted
from tests.server.practice.desk import Desk
from tests.support import sets
from tests.support.faces import face

DAY = timedelta(days=1)
COURSE = TODAY + 3 * DAY


@pytest.fixture
def before(firm: Firm) -> Desk:
    """Fatima three days before her course, with a pre-test of two of its four cards."""
    card_set = firm.card_set()
    made = [
        sets.card(firm, card_set, face("true_false", f"Klopt {number}?", correct=True))
        for number in range(4)
    ]
    sets.release(firm, card_set)
    fatima = firm.person("Fatima")
    kept = pre_tests.kept(baseline.window(COURSE, COURSE + DAY), [made[0].id, made[2].id])
    sets.campaign(firm, card_set, people=(fatima,), starts_on=COURSE + DAY, pre_test=kept)
    return Desk(firm, fatima, card_set, made)


def session(desk: Desk, days: int = 0) -> StudySession:
    return plan_session(desk.firm.db, desk.fatima, NOW + days * DAY)


def asked(desk: Desk, days: int = 0) -> list[int]:
    return [card.card_id for card in session(desk, days).cards]


def numbers(desk: Desk, *cards: int) -> list[int]:
    return [desk.cards[number].id for number in cards]


def said(desk: Desk, card: int, right: bool, days: int = 0, confidence: str = "sure") -> Answer:
    at = NOW + days * DAY + card * timedelta(minutes=1)
    return desk.answer((card, days), card, answer=right, confidence=confidence, reviewed_at=at)


def test_only_its_cards_are_asked_before_the_course_and_none_on_its_day(before: Desk) -> None:
    assert asked(before) == numbers(before, 0, 2)
    assert asked(before, 2) == numbers(before, 0, 2)
    assert asked(before, 3) == []
    assert len(asked(before, 4)) == 4


def test_each_is_asked_once_right_or_wrong(before: Desk) -> None:
    before.record(said(before, 0, True), said(before, 2, False))
    done = session(before)
    assert (list(done.cards), done.answered_today, done.done_today) == ([], 2, True)
    assert done.next_date == COURSE + DAY
    assert asked(before, 1) == []


def test_what_the_budget_leaves_of_it_is_told_for_tomorrow(before: Desk) -> None:
    before.fatima.cards_per_day = 1
    before.firm.db.flush()
    before.record(said(before, 0, True))
    done = session(before)
    assert (list(done.cards), done.next_date) == ([], TODAY + DAY)
    assert len(asked(before, 1)) == 1


def test_an_answer_taken_back_is_asked_again(before: Desk) -> None:

    before.record(said(before, 0, False))
    take_back(before.firm.db, before.fatima, said(before, 0, False).id, NOW)
    assert asked(before) == numbers(before, 0, 2)


def test_answers_stand_in_the_log_with_their_phase(before: Desk) -> None:
    before.record(said(before, 0, True))
    before.record(said(before, 1, True, days=5), now=NOW + 5 * DAY)
    rows = before.firm.db.query(Review).order_by(Review.study_day).all()
    assert [(row.phase, row.rating) for row in rows] == [("pre", 4), (None, 3)]


def test_right_and_sure_starts_stronger_than_any_first_answer_after_the_course(
    before: Desk,
) -> None:
    before.record(said(before, 0, True), said(before, 2, True, confidence="unsure"))
    before.record(said(before, 1, True, days=5), now=NOW + 5 * DAY)
    known, guessed, practised = (before.memory(card) for card in (0, 2, 1))
    assert known is not None
    assert guessed is not None
    assert practised is not None
    assert known["stability"] > practised["stability"] > guessed["stability"]


def test_a_wrong_one_is_new_when_practice_begins(before: Desk) -> None:
    (result,) = before.record(said(before, 2, False))
    assert (result.status, result.memory, before.memory(2)) == ("recorded", None, None)
    assert {card.card_id for card in session(before, 4).cards if card.is_new} >= set(
        numbers(before, 2)
    )


def test_whatever_order_answers_arrive_in_the_memory_is_the_same(before: Desk) -> None:
    answers = [
        said(before, 0, False), said(before, 0, True, days=1), said(before, 0, True, days=5),
    ]  # fmt: skip
    later = NOW + 6 * DAY
    outcomes = []
    for order in permutations(answers):
        with before.firm.db.begin_nested() as savepoint:
            for one in order:
                before.record(one, now=later)
            row = before.memory(0)
            assert row is not None
            outcomes.append((row["stability"], row["difficulty"], row["due_on"], row["reviews"]))
            assert before.differences() == []
            savepoint.rollback()
    assert len(set(outcomes)) == 1
    assert outcomes[0][-1] == 2


def test_it_counts_within_the_budget_and_is_spread_no_further_than_its_last_day(
    before: Desk,
) -> None:
    before.fatima.cards_per_day = 1
    assert asked(before) == numbers(before, 0)
    before.record(said(before, 0, True))
    assert asked(before) == []
    assert asked(before, 1) == numbers(before, 2)


def test_who_practises_the_set_already_takes_no_pre_test(before: Desk) -> None:
    sets.campaign(before.firm, before.card_set, people=(before.fatima,), starts_on=TODAY)
    assert len(asked(before)) == 4
    before.record(said(before, 0, True))
    assert before.firm.db.query(Review).one().phase is None


def test_a_phone_without_network_has_its_cards_too(before: Desk) -> None:
    days = plan_ahead(before.firm.db, before.fatima, NOW)
    assert [card.card_id for card in days[0].cards] == numbers(before, 0, 2)
    assert [len(one.cards) for one in days[1:4]] == [0, 0, 0]
    assert len(days[4].cards) >= 2


def test_before_it_opens_its_first_day_is_announced(before: Desk) -> None:
    early = plan_session(before.firm.db, before.fatima, NOW - 10 * DAY)
    assert (list(early.cards), early.next_date) == ([], COURSE - 7 * DAY)


def test_it_costs_no_statement_of_its_own(before: Desk) -> None:
    with counted(before.firm.db) as seen:
        session(before)
    assert len(seen) <= 3
