from __future__ import annotations

import json
from base64 import urlsafe_b64encode

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
    assert set(memory) == {
        "card_id", "stability", "difficulty", "due_on", "recall", "retired",
        "rests_until",
    }  # fmt: skip
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
