from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import delete, update

from server.practice.rebuild import differences, pages, rebuild
from server.practice.take_back import take_back
from server.store import scope
from server.store.card_memory import CardMemory, FirstAnswer
from tests.server.firm import NOW, TODAY, found
from tests.server.practice.desk import Desk, review_id
from tests.support import sets

LATER = NOW + timedelta(hours=1)
TAMPERED: dict[str, Any] = {
    "stability": update(CardMemory).values(stability=CardMemory.stability + 0.01),
    "difficulty": update(CardMemory).values(difficulty=1.5),
    "due day": update(CardMemory).values(due_on=TODAY),
    "reviews": update(CardMemory).values(reviews=99),
    "last moment": update(CardMemory).values(last_review_at=LATER),
    "a lost memory": delete(CardMemory),
    "a lost first answer": delete(FirstAnswer),
    "a first answer told differently": update(FirstAnswer).values(correct=False),
    "a chance told differently": update(FirstAnswer).values(retrievability=0.5),
    "a first answer on another day": update(FirstAnswer).values(study_day=TODAY),
}


@pytest.fixture
def practised(desk: Desk) -> Desk:
    """Fatima answered a card on two days and took another answer back."""
    for days in (9, 5):
        desk.record(desk.answer(days, 0, reviewed_at=NOW - timedelta(days=days)))
    desk.record(desk.answer("back", 1))
    take_back(desk.firm.db, desk.fatima, review_id("back"), NOW)
    return desk


@pytest.mark.parametrize("what", TAMPERED)
def test_what_differs_from_the_log_is_found_and_mended(practised: Desk, what: str) -> None:
    db = practised.firm.db
    assert practised.differences() == []
    db.execute(TAMPERED[what], execution_options={"synchronize_session": False})
    found = practised.differences()
    assert {(one.person_id, one.card_id) for one in found} == {
        (practised.fatima.id, practised.cards[0].id)
    }
    assert practised.rebuilt(LATER) == [2]
    assert practised.differences() == []


def test_a_memory_without_any_answer_behind_it_is_found(practised: Desk) -> None:
    memory = practised.memory(0)
    assert memory is not None
    practised.firm.db.add(CardMemory(**{**memory, "card_id": practised.cards[1].id}))
    practised.firm.db.flush()
    assert {one.card_id for one in practised.differences()} == {practised.cards[1].id}


def test_comparing_changes_nothing(practised: Desk) -> None:
    before = practised.memory(0)
    practised.differences()
    assert practised.memory(0) == before


def test_what_is_right_is_not_sent_to_a_phone_again(practised: Desk) -> None:
    db = practised.firm.db
    practised.record(practised.answer("other", 2))
    before = practised.memory(2)
    assert before is not None
    first = CardMemory.card_id == practised.cards[0].id
    db.execute(
        update(CardMemory).where(first).values(stability=99.0),
        execution_options={"synchronize_session": False},
    )
    assert practised.rebuilt(LATER) == [3]
    mended, after = practised.memory(0), practised.memory(2)
    assert mended is not None
    assert mended["changed_at"] == LATER
    assert after == before


def test_stopped_halfway_the_pages_before_are_mended_and_no_other_is_touched(
    practised: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("server.practice.rebuild.REVIEWS_A_PAGE", 1)
    firm, db = practised.firm, practised.firm.db
    yusuf = firm.person("Yusuf")
    sets.campaign(firm, practised.card_set, people=(yusuf,))
    practised.record(practised.answer("his"), person=yusuf)
    db.execute(update(CardMemory).values(stability=99.0))
    first = next(pages(db, firm.organisation.id))
    assert rebuild(db, firm.organisation.id, first, LATER) == 2
    assert {one.person_id for one in practised.differences()} == {yusuf.id}
    assert practised.rebuilt(LATER) == [2, 1]
    assert practised.differences() == []


def test_only_the_firm_that_was_named_is_rebuilt(practised: Desk) -> None:
    db, own = practised.firm.db, practised.firm.organisation.id
    other = found(db, "elders")
    card_set = other.card_set()
    cards = sets.recalls(other, card_set, 1)
    sets.release(other, card_set)
    viktor = other.person("Viktor")
    sets.campaign(other, card_set, people=(viktor,))
    elsewhere = Desk(other, viktor, card_set, cards)
    elsewhere.record(elsewhere.answer("x"))
    db.execute(update(CardMemory).values(stability=99.0))
    assert practised.rebuilt(LATER) == [2]
    assert len(list(differences(db, own))) == 0
    assert len(list(differences(db, other.organisation.id))) == 1
    scope.work_for(db, own)
