from __future__ import annotations

import json
from base64 import urlsafe_b64encode
from typing import Any

import pytest

from server.store.card_sets import Card
from tests.mobile_api.uploads import review, send
from tests.server.firm import NOW
from tests.support import sets
from tests.support.faces import FACES
from tests.support.phone import Phone, places, refused
from tests.support.town import Town


def cursor(value: object) -> str:
    return urlsafe_b64encode(json.dumps(value).encode()).decode()


MOMENT = "2026-11-18T09:00:00+00:00"
RUBBISH = [
    "x", "é", "====", "AAAA", "%%%", "\x00", "a" * 60_000,
    cursor([]), cursor({}), cursor({"r": {}, "m": MOMENT}), cursor({"r": [], "m": MOMENT, "c": 1}),
    cursor({"r": {"x": [1, 1]}, "m": MOMENT, "c": None}),
    cursor({"r": {"1": []}, "m": MOMENT, "c": None}),
    cursor({"r": {"1": [2**70, 1]}, "m": MOMENT, "c": None}),
    cursor({"r": {"1": [1e999, 1]}, "m": MOMENT, "c": None}),
    cursor({"r": {"1": [[], 1]}, "m": MOMENT, "c": None}),
    cursor({"r": {"1": ["9" * 30, 1]}, "m": MOMENT, "c": None}),
    cursor({"r": {"1": [1, 1e30]}, "m": MOMENT, "c": None}),
    cursor({"r": {}, "m": MOMENT, "c": "9" * 30}),
    cursor({"r": {}, "m": "9999-12-31T23:59:59-23:59", "c": None}),
    cursor({"r": {}, "m": "2026-11-18T09:00:00", "c": None}),
    cursor({"r": {}, "m": "0001-01-01T00:00:00+00:00", "c": None}),
    cursor({"r": {}, "m": 7, "c": None}), cursor({"r": {}, "m": MOMENT, "c": "x"}),
    cursor({"r": {}, "m": MOMENT, "c": 1e999}),
    urlsafe_b64encode(b"[" * 50_000).decode(), urlsafe_b64encode(b"\xff\xfe").decode(),
]  # fmt: skip


def test_changes_fill_a_phone_and_then_keep_it_up_to_date(
    town: Town, phone: Phone, cards: dict[str, Card]
) -> None:
    send(phone, review("a", cards["typed"], answer="phishing"))
    first = phone.get("/changes")
    assert {card["topic"]: card["faces"] for card in first["cards"]} == {
        kind: [{**face, "variant_id": None}] for kind, face in FACES.items()
    }
    [memory] = first["memory"]
    assert set(memory) == {"card_id", "stability", "difficulty", "due_on", "recall"}
    [campaign] = first["campaigns"]
    assert (campaign["course_title"], campaign["starts_on"]) == ("Training", "2026-11-18")
    assert first["tombstones"] == {"card_ids": []}

    cards["recall"].deleted_at = NOW
    sets.release(town.firm, sets.set_of(town.firm, cards["recall"]))
    second = phone.get("/changes", since=first["next"])
    assert second["cards"] == []
    assert second["tombstones"] == {"card_ids": [cards["recall"].id]}
    assert phone.get("/changes", since=second["next"])["tombstones"] == {"card_ids": []}


def test_a_cursor_that_is_none_of_ours_is_refused(phone: Phone) -> None:
    for rubbish in RUBBISH:
        asked = phone.ask("GET", "/changes", query_string={"since": rubbish})
        assert places(refused(asked, 422)) == ["since"], rubbish[:80]


def test_a_cursor_of_another_firm_tells_nothing(
    town: Town, phone: Phone, cards: dict[str, Card]
) -> None:
    assert cards
    place = phone.get("/changes")["next"]
    stolen = town.phone(town.viktor).get("/changes", since=place)
    assert (stolen["cards"], stolen["memory"], stolen["tombstones"]) == ([], [], {"card_ids": []})


@pytest.mark.parametrize(
    ("words", "kinds"),
    [
        ("", None),
        ("helpdesk", {"recall"}),
        ("HELPDESK verdachte", {"recall"}),
        ("helpdesk smishing", set()),
        ("handboek 3", None),  # in every source
        ("%", set()),
        ("__", set()),
        ("x" * 200, set()),
        ("toezichthouder", {"cloze"}),
    ],
)
def test_searching_finds_cards_that_hold_every_word(
    phone: Phone, cards: dict[str, Card], words: str, kinds: set[str] | None
) -> None:
    found = phone.get("/search", q=words)
    expected = [cards[kind].id for kind in cards if kinds is None or kind in kinds]
    assert [one["card_id"] for one in found["items"]] == expected
    assert found["next"] is None


def test_what_is_found_tells_the_answer_and_where_it_is_from(
    phone: Phone, cards: dict[str, Card]
) -> None:
    [found] = phone.get("/search", q="verdachte")["items"]
    assert found == {
        "card_id": cards["recall"].id, "card_set_id": cards["recall"].card_set_id,
        "card_set_title": "Phishing", "topic": "recall",
        "prompt": "Wie bel je bij een verdachte mail?", "answer_text": "De helpdesk",
        "explanation": "Daarom.", "source": "Handboek, blz. 3",
    }  # fmt: skip


def test_many_found_cards_come_in_pages(town: Town, phone: Phone) -> None:
    card_set = town.firm.card_set("Groot")
    made = sets.recalls(town.firm, card_set, 45)
    sets.release(town.firm, card_set)
    sets.campaign(town.firm, card_set, people=(town.fatima,))
    pages: list[Any] = [phone.get("/search", q="vraag")]
    while pages[-1]["next"] is not None:
        pages.append(phone.get("/search", q="vraag", cursor=pages[-1]["next"]))
    seen = [one["card_id"] for page in pages for one in page["items"]]
    assert seen == [card.id for card in made]


def test_a_search_that_cannot_be_is_refused(phone: Phone) -> None:
    for query in ({"q": "x" * 201}, {"q": "\x00"}, {"cursor": "x"}, {"cursor": cursor(2**70)}):
        refused(phone.ask("GET", "/search", query_string=query), 422)


def test_nobody_finds_cards_of_others(town: Town, cards: dict[str, Card]) -> None:
    assert cards
    for person in (town.viktor, town.noor):
        assert town.phone(person).get("/search")["items"] == []
