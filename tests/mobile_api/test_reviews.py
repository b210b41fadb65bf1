from __future__ import annotations

from typing import Any

import pytest

from server.store import reviews
from server.store.card_sets import Card
from tests.mobile_api.uploads import review, send
from tests.server.practice.desk import review_id
from tests.support.faces import RIGHT
from tests.support.phone import Phone, places, refused
from tests.support.town import Town

HUGE = 2**70

# Each field with what it must not be.
UNUSABLE: dict[str, list[Any]] = {
    "id": [None, 7, "x", "", ["a"], "\x00", HUGE],
    "card_id": [None, "1", 1.5, True, HUGE, -HUGE, 0, {}],
    "variant_id": ["1", 1.5, True, HUGE, 999_999],
    "answer": ["text", HUGE, 1.5, {}, [[]], {"a": 1}, [1]],
    "rating": [0, 5, True, "3", 2.5, HUGE],
    "confidence": ["maybe", 1, True, ["sure"]],
    "reviewed_at": [None, 0, "", "yesterday", "2026-11-18", "2026-11-18T09:00:00", True, HUGE],
    "took_ms": ["soon", None, True, {}],
    "surprise": [1],
}


def test_what_was_recorded_is_told(phone: Phone, cards: dict[str, Card]) -> None:
    right, wrong, graded = send(
        phone,
        review("a", cards["choice"], answer=1, confidence="unsure"),
        review("b", cards["order"], answer=[0, 2, 1]),
        review("c", cards["recall"], rating=4),
    )
    assert (right["status"], right["correct"], right["score"], right["rating"]) == (
        "recorded", True, 1.0, 2
    )  # fmt: skip
    assert (wrong["correct"], wrong["score"], wrong["rating"]) == (False, 0.5, 1)
    assert (graded["rating"], "correct" in graded) == (4, False)
    assert set(right["memory"]) == {"stability", "difficulty", "due_on"}


def test_every_kind_is_graded(phone: Phone, cards: dict[str, Card]) -> None:
    results = send(phone, *(review(kind, cards[kind], answer=RIGHT[kind]) for kind in cards))
    assert [one["correct"] for one in results] == [True] * len(cards)


@pytest.mark.parametrize("field", UNUSABLE)
def test_one_bad_item_never_sinks_the_others(
    town: Town, phone: Phone, cards: dict[str, Card], field: str
) -> None:
    bad = [
        {**review(f"bad {number}", cards["choice"], answer=1), field: value}
        for number, value in enumerate(UNUSABLE[field])
    ]
    results = send(phone, review("before", cards["recall"]), *bad, review("after", cards["recall"]))
    assert [one["status"] for one in results] == ["recorded", *["rejected"] * len(bad), "recorded"]
    assert all(one["reason"] for one in results[1:-1])
    assert reviews.count(town.firm.db) == 2


@pytest.mark.parametrize("item", [None, 7, "x", [], {}, {"id": None}])
def test_an_item_that_is_no_answer_at_all_is_rejected(
    phone: Phone, cards: dict[str, Card], item: object
) -> None:
    results = send(phone, item, review("a", cards["recall"]))
    assert [one["status"] for one in results] == ["rejected", "recorded"]


def test_a_rating_for_a_wording_that_is_not_there_is_rejected(
    phone: Phone, cards: dict[str, Card]
) -> None:
    [result] = send(phone, review("a", cards["recall"], rating=3, variant_id=999_999))
    assert result["status"] == "rejected"


@pytest.mark.parametrize("text", ["phish\x00ing", "phish\ud800ing", "phishing\u200b"])
def test_unseen_characters_in_an_answer_do_no_harm(
    phone: Phone, cards: dict[str, Card], text: str
) -> None:
    cloze = review("b", cards["cloze"], answer=[text, "toezichthouder"])
    results = send(phone, review("a", cards["typed"], answer=text), cloze)
    assert [one["status"] for one in results] == ["recorded", "recorded"]
    assert [one["correct"] for one in results] == [True, False]


def test_an_endless_answer_is_rejected(phone: Phone, cards: dict[str, Card]) -> None:
    results = send(
        phone,
        review("a", cards["typed"], answer="x" * 5000),
        review("b", cards["multiple_choice"], answer=[0, 1] * 500),
        review("c", cards["typed"], answer="phishing"),
    )
    assert [one["status"] for one in results] == ["rejected", "rejected", "recorded"]


def test_an_answer_of_lists_within_lists_sinks_no_others(
    phone: Phone, cards: dict[str, Card]
) -> None:
    nested: list[Any] = []
    for _ in range(600):
        nested = [nested]
    results = send(
        phone,
        review("a", cards["multiple_choice"], answer=nested),
        review("b", cards["typed"], answer="phishing"),
    )
    assert [one["status"] for one in results] == ["rejected", "recorded"]


@pytest.mark.parametrize("took_ms", [-5, 10**9, HUGE])
def test_a_time_taken_that_cannot_be_costs_nobody_an_answer(
    phone: Phone, cards: dict[str, Card], took_ms: int
) -> None:
    [result] = send(phone, review("a", cards["recall"], took_ms=took_ms))
    assert result["status"] == "recorded"


def test_the_reason_is_told_in_her_own_language(phone: Phone, cards: dict[str, Card]) -> None:
    item = {**review("a", cards["recall"]), "rating": 9}
    [dutch] = send(phone, item)
    phone.patch("/me", {"language": "en"})
    [english] = send(phone, item)
    assert dutch["reason"].startswith("rating: ")
    assert english["reason"] == "rating: This has to lie between 1 and 4."
    assert dutch["reason"] != english["reason"]


def test_two_hundred_answers_go_in_one_upload_and_no_more(
    town: Town, phone: Phone, cards: dict[str, Card]
) -> None:
    items = [review(number, cards["recall"]) for number in range(201)]
    problem = refused(phone.ask("POST", "/reviews", json={"reviews": items}), 422)
    assert places(problem) == ["reviews"]
    assert reviews.count(town.firm.db) == 0
    assert {one["status"] for one in send(phone, *items[:200])} == {"recorded"}
    assert reviews.count(town.firm.db) == 200


def test_no_answers_is_nothing_wrong(phone: Phone) -> None:
    assert send(phone) == []


@pytest.mark.parametrize(
    ("body", "where"),
    [
        ({}, "reviews"),
        ({"reviews": None}, "reviews"),
        ({"reviews": {}}, "reviews"),
        ({"reviews": "x"}, "reviews"),
        ({"reviews": [], "more": 1}, "more"),
        ([], ""),
        ([{"id": 1}], ""),
        ("x", ""),
        (7, ""),
        (None, "reviews"),
    ],
)
def test_a_body_in_another_shape_is_refused(phone: Phone, body: object, where: str) -> None:
    problem = refused(phone.ask("POST", "/reviews", json=body), 422)
    assert places(problem) == [where]
    assert problem["errors"][0]["message"]


def test_an_answer_can_be_taken_back_twice(phone: Phone, cards: dict[str, Card]) -> None:
    send(phone, review("a", cards["recall"]))
    path = f"/reviews/{review_id('a')}/take-back"
    expected = {"card_id": cards["recall"].id, "memory": None}
    assert [phone.post(path, {}), phone.post(path, {})] == [expected, expected]


def test_what_others_answered_cannot_be_taken_back(
    town: Town, phone: Phone, cards: dict[str, Card]
) -> None:
    send(phone, review("a", cards["recall"]))
    for person in (town.noor, town.viktor):
        path = f"/reviews/{review_id('a')}/take-back"
        refused(town.phone(person).ask("POST", path), 404)
    refused(phone.ask("POST", f"/reviews/{review_id('never')}/take-back"), 404)
    refused(phone.ask("POST", "/reviews/no-uuid/take-back"), 404)
