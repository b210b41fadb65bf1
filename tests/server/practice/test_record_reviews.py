from __future__ import annotations

from datetime import date, timedelta

import pytest

from scheduler.memory import Rating
from server.practice.record_reviews import Result
from server.store.reviews import Review
from tests.server.firm import NOW, TODAY, Firm, counted
from tests.server.practice.desk import Desk, review_id, statuses
from tests.support import sets
from tests.support.faces import FACES, NO_ANSWER, PARTLY, RIGHT, WRONG


@pytest.fixture
def kinds(firm: Firm) -> Desk:
    """A desk with a card of each kind."""
    card_set = firm.card_set("Soorten")
    made = sets.every_kind(firm, card_set)
    sets.release(firm, card_set)
    fatima = firm.person("Fatima")
    sets.campaign(firm, card_set, people=(fatima,))
    return Desk(firm, fatima, card_set, list(made.values()))


def worths(results: list[Result]) -> list[tuple[bool | None, Rating]]:
    return [(one.worth.correct, one.worth.rating) for one in results if one.worth]


def test_an_answer_of_each_kind_is_graded_by_the_server(kinds: Desk) -> None:
    ways = {
        "right": (RIGHT, {}, (True, Rating.GOOD)),
        "sure": (RIGHT, {"confidence": "sure"}, (True, Rating.GOOD)),
        "unsure": (RIGHT, {"confidence": "unsure"}, (True, Rating.HARD)),
        "wrong": (WRONG, {"confidence": "unsure"}, (False, Rating.AGAIN)),
        "sure but wrong": (WRONG, {"confidence": "sure"}, (False, Rating.AGAIN)),
    }
    for way, (given, more, expected) in ways.items():
        answers = [
            kinds.answer((way, kind), number, answer=given[kind], **more)
            for number, kind in enumerate(FACES)
        ]
        results = kinds.record(*answers)
        assert set(statuses(results)) == {"recorded"}
        assert worths(results) == [expected] * len(FACES), way


def test_partly_right_is_wrong_and_keeps_its_score(kinds: Desk) -> None:
    numbers = {kind: number for number, kind in enumerate(FACES)}
    results = kinds.record(
        *(kinds.answer(kind, numbers[kind], answer=given) for kind, given in PARTLY.items())
    )
    assert worths(results) == [(False, Rating.AGAIN)] * len(PARTLY)
    assert all(one.worth and 0 < (one.worth.score or 0) < 1 for one in results)


def test_an_answer_in_the_wrong_shape_is_rejected_and_the_others_are_not(kinds: Desk) -> None:
    answers = [
        kinds.answer((kind, fits), number, answer=given[kind])
        for number, kind in enumerate(FACES)
        for fits, given in ((True, RIGHT), (False, NO_ANSWER))
    ]
    results = kinds.record(*answers)
    assert statuses(results) == ["recorded", "rejected"] * len(FACES)
    assert {one.reason for one in results} == {None, "review-bad-answer"}


def test_a_learner_may_grade_any_card_and_then_nothing_is_called_correct(kinds: Desk) -> None:
    results = kinds.record(
        *(kinds.answer((n, rating), n, rating=rating) for n in (0, 1) for rating in (1, 2, 3, 4))
    )
    assert [one.worth.rating for one in results if one.worth] == [1, 2, 3, 4] * 2
    assert {one.worth.correct for one in results if one.worth} == {None}


def test_without_answer_and_rating_there_is_nothing_to_record(desk: Desk) -> None:
    [result] = desk.record(desk.answer("none", rating=None))
    assert (result.status, result.reason) == ("rejected", "review-no-answer")
    assert desk.memory() is None


def test_the_log_keeps_everything_that_was_sent(kinds: Desk) -> None:
    kinds.record(kinds.answer("x", 4, answer="fishing", confidence="sure", took_ms=777), now=NOW)
    row = kinds.firm.db.query(Review).one()
    assert (row.id, row.card_id, row.person_id) == (
        review_id("x"), kinds.cards[4].id, kinds.fatima.id
    )  # fmt: skip
    assert (row.answer, row.confidence, row.took_ms) == (["fishing"], "sure", 777)
    assert (row.study_day, row.reviewed_at, row.received_at) == (TODAY, NOW, NOW)
    assert row.aims == "readiness:0.9"


def test_memory_and_due_day_follow_the_answer(desk: Desk) -> None:
    [right, wrong] = desk.record(desk.answer("a", 0), desk.answer("b", 1, rating=1))
    assert right.memory is not None
    assert wrong.memory is not None
    assert right.memory["due_on"] > wrong.memory["due_on"] > TODAY
    assert desk.memory() == {**right.memory, "organisation_id": desk.firm.organisation.id}


def test_only_the_first_answer_of_a_later_day_counts_towards_recall(desk: Desk) -> None:
    def at(name: str, days: int, minutes: int, rating: int) -> None:
        moment = NOW + timedelta(days=days, minutes=minutes)
        desk.record(desk.answer(name, rating=rating, reviewed_at=moment), now=moment)

    at("met", 0, 0, 3)
    at("same day", 0, 1, 1)
    at("wrong at first", 2, 0, 1)
    at("repaired", 2, 1, 3)
    at("right", 3, 0, 3)
    days = [(one.study_day, one.correct, one.elapsed_days) for one in desk.first_answers()]
    assert days == [(date(2026, 11, 20), False, 2), (date(2026, 11, 21), True, 1)]


def test_a_card_of_no_campaign_of_hers_is_rejected(desk: Desk) -> None:
    other = desk.firm.card_set("Niet voor haar")
    foreign = sets.recalls(desk.firm, other, 1)[0]
    sets.release(desk.firm, other)
    unreleased = sets.recalls(desk.firm, desk.card_set, 1)[0]
    results = desk.record(desk.answer("a", foreign), desk.answer("b"), desk.answer("c", unreleased))
    assert statuses(results) == ["rejected", "recorded", "rejected"]
    assert {one.reason for one in results} == {None, "review-unknown-card"}


def test_the_number_of_statements_does_not_grow_with_the_batch_or_the_history(desk: Desk) -> None:
    def statements(name: str, number: int, day: int) -> int:
        moment = NOW + timedelta(days=day)
        answers = [
            desk.answer((name, n), n % 5, reviewed_at=moment + timedelta(seconds=n))
            for n in range(number)
        ]
        with counted(desk.firm.db) as seen:
            desk.record(*answers, now=moment + timedelta(hours=1))
        return len(seen)

    first = statements("first", 5, 0)
    assert statements("later", 5, 1) <= 8
    for day in range(2, 12):
        statements(f"day {day}", 5, day)
    assert statements("one", 1, 20) <= first + 2
    assert statements("many", 200, 30) <= 8
