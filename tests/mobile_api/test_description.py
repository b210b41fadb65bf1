from __future__ import annotations

import pytest
from openapi_spec_validator import OpenAPIV31SpecValidator

from server.store.card_sets import Card
from tests.mobile_api.schemas import Description
from tests.mobile_api.uploads import review, send
from tests.server.practice.desk import review_id
from tests.support.phone import Phone
from tests.support.town import Town


@pytest.fixture
def description(town: Town) -> Description:
    return Description(town.stranger())


def test_the_description_is_valid_openapi(description: Description) -> None:
    assert description.spec["openapi"].startswith("3.1")
    OpenAPIV31SpecValidator(description.spec).validate()


def test_every_route_says_who_may_enter_and_has_a_summary(description: Description) -> None:
    bare = [
        f"{method} {path}"
        for path, operations in description.spec["paths"].items()
        for method, operation in operations.items()
        if method != "parameters" and not (operation["x-open-to"] and operation["summary"])
    ]
    assert bare == []


def test_answers_fit_their_description(
    description: Description, phone: Phone, cards: dict[str, Card]
) -> None:
    session = phone.get("/session")
    uploaded = phone.post(
        "/reviews",
        {"reviews": [
            review("a", cards["recall"]), review("b", cards["choice"], answer=1), {"id": 7},
            review("a", cards["recall"]),
        ]},
    )  # fmt: skip
    answers = {
        ("GET", "/session"): session,
        ("GET", "/session/more"): phone.get("/session/more"),
        ("GET", "/session/ahead"): phone.get("/session/ahead"),
        ("POST", "/reviews"): uploaded,
        ("POST", "/reviews/{review_id}/take-back"): phone.post(
            f"/reviews/{review_id('a')}/take-back", {}
        ),
        ("GET", "/changes"): phone.get("/changes"),
        ("GET", "/search"): phone.get("/search"),
        ("GET", "/me"): phone.get("/me"),
        ("GET", "/push"): phone.get("/push"),
    }
    assert session["cards"]
    assert len(uploaded["results"]) == 4
    for (method, path), answer in answers.items():
        assert description.faults(method, path, 200, answer) == [], path


def test_hand_written_answers_hold_what_is_described_and_no_more(
    description: Description, phone: Phone, cards: dict[str, Card]
) -> None:
    session = phone.get("/session")
    assert set(session) == description.names("SessionOut")
    shown = {name for card in session["cards"] for name in card}
    only_on_some_cards = {"credits", "media"}
    assert shown == description.names("SessionCardOut") - only_on_some_cards
    assert set(session["cards"][0]["next"]) == description.names("NextOut")
    [result] = send(phone, review("a", cards["choice"], answer=1))
    assert set(result) == description.names("ResultOut") - {"reason"}
    assert set(result["memory"]) == description.names("MemoryOut")


def test_people_can_read_the_description(town: Town) -> None:
    page = town.visit("/api/docs")
    assert page.status_code == 200
    assert "/api/v1/session" in page.get_data(as_text=True)
    assert "<script" not in page.get_data(as_text=True)
