"""Which wording a learner is asked: the one unseen for longest, whatever came in between."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from scheduler import baseline
from server.practice.plan_session import plan_ahead, plan_session
from server.practice.take_back import take_back
from server.store import pre_tests
from server.store.card_sets import CardVariant
from tests.server.firm import NOW, TODAY, Firm
from tests.server.practice.desk import Desk, review_id
from tests.support import sets
from tests.support.faces import face

DAY = timedelta(days=1)
LATER = NOW + 30 * DAY


@pytest.fixture
def worded(firm: Firm) -> Desk:
    """Fatima's desk with one card in three wordings: its own, B and C."""
    card_set = firm.card_set()
    card = sets.card(firm, card_set, wording("Eigen"), wording("B"), wording("C"))
    sets.release(firm, card_set)
    fatima = firm.person("Fatima")
    sets.campaign(firm, card_set, people=(fatima,), days=60)
    return Desk(firm, fatima, card_set, [card])


def wording(prompt: str) -> dict[str, Any]:
    return face("recall", prompt, answer="Ja")


def variant(desk: Desk, prompt: str) -> CardVariant | None:
    """The wording with that prompt; None for the card's own."""
    found = desk.firm.db.query(CardVariant).filter_by(card_id=desk.cards[0].id).all()
    return next((one for one in found if one.face["prompt"] == prompt), None)


def answer(desk: Desk, prompt: str, days: int, **more: Any) -> None:
    shown = variant(desk, prompt)
    at = NOW + days * DAY
    given = desk.answer(days, 0, variant_id=shown and shown.id, reviewed_at=at, **more)
    desk.record(given, now=LATER)


def in_turn(desk: Desk, days: int = 30) -> list[str]:
    """The wordings as a session offers them so many days on, the one that is asked first."""
    [shown] = plan_session(desk.firm.db, desk.fatima, NOW + days * DAY, more=True).cards
    assert shown.face == shown.faces[0]
    return [one["prompt"] for one in shown.faces]


def test_a_wording_asked_twice_by_a_phone_without_network_is_not_made_up_for(worded: Desk) -> None:
    for days, prompt in enumerate(["Eigen", "Eigen", "B"]):
        answer(worded, prompt, days)
    assert in_turn(worded) == ["C", "Eigen", "B"]


def test_answers_that_arrive_late_and_out_of_order_count_from_when_they_were_given(
    worded: Desk,
) -> None:
    for days, prompt in ((5, "C"), (2, "B"), (9, "Eigen"), (1, "Eigen")):
        answer(worded, prompt, days, rating=1)
    assert in_turn(worded) == ["B", "C", "Eigen"]
    assert worded.differences() == []


def test_an_answer_taken_back_was_never_shown(worded: Desk) -> None:
    for days, prompt in enumerate(["Eigen", "B", "C", "Eigen"]):
        answer(worded, prompt, days)
    take_back(worded.firm.db, worded.fatima, review_id(3), LATER)
    assert in_turn(worded) == ["Eigen", "B", "C"]
    assert worded.differences() == []


def test_a_wording_that_a_release_adds_comes_next_and_one_taken_out_no_more(worded: Desk) -> None:
    for days, prompt in enumerate(["Eigen", "B"]):
        answer(worded, prompt, days)
    taken_out = variant(worded, "C")
    assert taken_out is not None
    taken_out.deleted_at = NOW + 2 * DAY
    worded.firm.add(
        CardVariant(card_id=worded.cards[0].id, key="d", face=wording("D"), deleted_at=None)
    )
    sets.release(worded.firm, worded.card_set, at=NOW + 2 * DAY)
    assert in_turn(worded) == ["D", "Eigen", "B"]
    answer(worded, "D", 3)
    assert in_turn(worded) == ["Eigen", "B", "D"]
    assert worded.differences() == []


def test_rebuilding_leaves_the_turn_as_it_was(worded: Desk) -> None:
    for days, prompt in enumerate(["Eigen", "C", "B", "C"]):
        answer(worded, prompt, days, rating=1 + days % 3)
    before = worded.memory()
    worded.rebuilt()
    assert worded.memory() == before
    assert in_turn(worded) == ["Eigen", "B", "C"]


def test_days_without_network_are_planned_in_the_same_turn(worded: Desk) -> None:
    answer(worded, "Eigen", 0)
    days = plan_ahead(worded.firm.db, worded.fatima, NOW + 3 * DAY)
    faces = [[one["prompt"] for one in card.faces] for day in days for card in day.cards]
    assert faces
    assert all(one == ["B", "C", "Eigen"] for one in faces)


@pytest.mark.parametrize("right", [True, False])
def test_practice_does_not_begin_with_the_wording_of_the_pre_test(firm: Firm, right: bool) -> None:
    card_set = firm.card_set()
    own = face("true_false", "Klopt A?", correct=True)
    other = face("true_false", "Klopt B?", correct=True)
    card = sets.card(firm, card_set, own, other)
    sets.release(firm, card_set)
    fatima = firm.person("Fatima")
    kept = pre_tests.kept(baseline.window(TODAY + 3 * DAY, TODAY + 3 * DAY), [card.id])
    sets.campaign(
        firm, card_set, people=(fatima,), starts_on=TODAY + 3 * DAY, days=60, pre_test=kept
    )
    desk = Desk(firm, fatima, card_set, [card])
    [tested] = plan_session(firm.db, fatima, NOW).cards
    shown = tested.face["variant_id"]
    desk.record(desk.answer("pre", 0, answer=right, variant_id=shown))
    assert in_turn(desk)[0] != tested.face["prompt"]
