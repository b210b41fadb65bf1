from __future__ import annotations

from datetime import timedelta

from server.practice.take_back import take_back
from server.store import reviews
from server.store.reviews import TakeBack
from tests.server.firm import NOW
from tests.server.practice.desk import Desk, review_id


def test_memory_is_as_if_the_answer_was_never_given(desk: Desk) -> None:
    desk.record(desk.answer("a", reviewed_at=NOW - timedelta(days=4)))
    before = desk.memory()
    desk.record(desk.answer("b", rating=1))

    taken = take_back(desk.firm.db, desk.fatima, review_id("b"), NOW)

    assert taken is not None
    card_id, memory = taken
    assert card_id == desk.cards[0].id
    assert memory is not None
    assert before == {**memory, "organisation_id": desk.firm.organisation.id}
    assert desk.first_answers() == []
    assert desk.differences() == []


def test_the_only_answer_leaves_a_new_card_and_stays_in_the_log(desk: Desk) -> None:
    desk.record(desk.answer("a"))
    assert take_back(desk.firm.db, desk.fatima, review_id("a"), NOW) == (desk.cards[0].id, None)
    assert desk.memory() is None
    assert reviews.count(desk.firm.db) == 1
    assert desk.differences() == []


def test_one_in_the_middle_can_be_taken_back(desk: Desk) -> None:
    for days in (9, 6, 1):
        desk.record(desk.answer(days, reviewed_at=NOW - timedelta(days=days)))
    take_back(desk.firm.db, desk.fatima, review_id(6), NOW)
    memory = desk.memory()
    assert memory is not None
    assert memory["reviews"] == 2
    assert [one.elapsed_days for one in desk.first_answers()] == [8]
    assert desk.differences() == []


def test_twice_is_once(desk: Desk) -> None:
    desk.record(desk.answer("a", reviewed_at=NOW - timedelta(days=1)), desk.answer("b"))
    take_back(desk.firm.db, desk.fatima, review_id("b"), NOW)
    stored = desk.memory()
    assert take_back(desk.firm.db, desk.fatima, review_id("b"), NOW + timedelta(days=1)) == (
        desk.cards[0].id,
        stored,
    )
    assert desk.firm.db.query(TakeBack).count() == 1


def test_of_another_or_unknown_there_is_nothing_to_take_back(desk: Desk) -> None:
    noor = desk.firm.person("Noor")
    desk.record(desk.answer("a"))
    assert take_back(desk.firm.db, noor, review_id("a"), NOW) is None
    assert take_back(desk.firm.db, desk.fatima, review_id("never"), NOW) is None
    assert desk.memory() is not None
