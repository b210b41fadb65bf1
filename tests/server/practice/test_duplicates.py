from __future__ import annotations

from datetime import timedelta

from server.practice.take_back import take_back
from server.store import reviews
from server.store.campaigns import Campaign
from tests.server.firm import NOW
from tests.server.practice.desk import Desk, review_id, statuses


def test_the_same_upload_twice_is_recorded_once_and_answered_alike(desk: Desk) -> None:
    answers = [desk.answer("a", 0), desk.answer("b", 1, rating=1)]
    first = desk.record(*answers)
    stored = [desk.memory(0), desk.memory(1)]

    again = desk.record(*answers, now=NOW + timedelta(days=3))

    assert statuses(first) == ["recorded", "recorded"]
    assert statuses(again) == ["duplicate", "duplicate"]
    assert [one.worth and one.worth.rating for one in again] == [3, 1]
    assert [desk.memory(0), desk.memory(1)] == stored
    assert [one.memory for one in again] == stored
    assert reviews.count(desk.firm.db) == 2


def test_the_same_id_twice_in_one_upload_is_recorded_once(desk: Desk) -> None:
    earlier, later = NOW - timedelta(minutes=5), NOW - timedelta(minutes=1)
    results = desk.record(
        desk.answer("a", reviewed_at=later, rating=1), desk.answer("a", reviewed_at=earlier)
    )
    assert statuses(results) == ["recorded", "duplicate"]
    assert {one.worth and one.worth.rating for one in results} == {3}  # the earlier one counts
    assert reviews.count(desk.firm.db) == 1
    assert desk.differences() == []


def test_an_id_that_came_before_says_duplicate_whatever_it_now_holds(desk: Desk) -> None:
    desk.record(desk.answer("a", 0))
    [result] = desk.record(desk.answer("a", 1, rating=1))
    assert result.status == "duplicate"
    assert result.worth is not None
    assert result.worth.rating == 3
    assert desk.memory(1) is None


def test_one_persons_id_does_not_shut_out_anothers_review(desk: Desk) -> None:
    noor = desk.firm.person("Noor")
    desk.firm.enrol(desk.firm.db.query(Campaign).one(), noor)
    desk.record(desk.answer("a"))
    assert statuses(desk.record(desk.answer("a"), person=noor)) == ["recorded"]
    assert reviews.count(desk.firm.db) == 2
    assert reviews.review(desk.firm.db, noor.id, review_id("a")) is not None


def test_a_review_that_was_taken_back_does_not_come_alive_by_sending_it_again(desk: Desk) -> None:
    desk.record(desk.answer("a"))
    take_back(desk.firm.db, desk.fatima, review_id("a"), NOW)
    assert statuses(desk.record(desk.answer("a"))) == ["duplicate"]
    assert desk.memory() is None
    assert desk.differences() == []
