from __future__ import annotations

from typing import Any

import pytest

from tests.server.console_api.editing import a_set, asking, new, prompts
from tests.server.console_api.uploads import released_set
from tests.support.phone import Phone, places, refused
from tests.support.town import Town


def five(phone: Phone, cards: str) -> list[int]:
    """The ids of five cards, called 0 to 4."""
    return [int(new(phone, cards, str(number))["id"]) for number in range(5)]


def moved(phone: Phone, cards: str, ids: list[int], after: int | None) -> str:
    """The order after a move."""
    phone.post(f"{cards}/move", {"card_ids": ids, "after": after})
    return "".join(prompts(phone, cards))


def test_cards_move_in_the_order_given(town: Town) -> None:
    daan = town.phone(town.daan)
    cards = a_set(daan)
    ids = five(daan, cards)
    assert moved(daan, cards, [ids[3]], ids[0]) == "03124"
    assert moved(daan, cards, [ids[4], ids[0]], None) == "40312"
    assert moved(daan, cards, [ids[4]], ids[2]) == "03124"
    assert moved(daan, cards, ids, None) == "01234"


def test_every_card_keeps_a_place_of_its_own(town: Town) -> None:
    daan = town.phone(town.daan)
    cards = a_set(daan)
    ids = five(daan, cards)
    for step in range(12):
        moved(daan, cards, [ids[step % 5]], None if step % 3 else ids[(step + 2) % 5])
        new(daan, cards, "x", after=ids[0])
    taken = [card["position"] for card in daan.get(cards)["items"]]
    assert len(set(taken)) == len(taken) == 17


def test_another_order_is_something_to_release(town: Town) -> None:
    daan = town.phone(town.daan)
    card_set_id = released_set(daan)
    one, cards = f"/card-sets/{card_set_id}", f"/card-sets/{card_set_id}/cards"
    first, second = (card["id"] for card in daan.get(cards)["items"])
    town.world.clock.tick(minutes=1)
    daan.post(f"{cards}/move", {"card_ids": [second], "after": None})
    assert daan.get(one)["changed_since_release"] is True
    daan.post(f"{cards}/move", {"card_ids": [first], "after": None})
    assert daan.get(one)["changed_since_release"] is False
    daan.post(f"{cards}/move", {"card_ids": [first], "after": second})
    assert daan.post(f"{one}/releases", {})["changed"] == 0


@pytest.mark.parametrize(
    ("body", "where"),
    [
        ({"card_ids": [], "after": None}, "card_ids"),
        ({"card_ids": [999_999], "after": None}, "card_ids"),
        ({"card_ids": list(range(1, 1_002)), "after": None}, "card_ids"),
        ({"card_ids": ["een"], "after": None}, "card_ids.0"),
        ({"card_ids": [1]}, "after"),
    ],
)
def test_a_move_that_cannot_be_is_refused(town: Town, body: Any, where: str) -> None:
    daan = town.phone(town.daan)
    cards = a_set(daan)
    assert places(refused(daan.ask("POST", f"{cards}/move", json=body), 422)) == [where]


def test_a_card_cannot_come_behind_itself_or_a_stranger(town: Town) -> None:
    daan = town.phone(town.daan)
    cards = a_set(daan)
    ids = five(daan, cards)
    stranger = new(daan, a_set(daan))["id"]
    for after in (ids[0], stranger):
        body = {"card_ids": [ids[0]], "after": after}
        assert places(refused(daan.ask("POST", f"{cards}/move", json=body), 422)) == ["after"]
    assert "".join(prompts(daan, cards)) == "01234"


def test_many_cards_change_at_once(town: Town) -> None:
    daan = town.phone(town.daan)
    cards = a_set(daan)
    ids = five(daan, cards)
    asked = {"card_ids": ids[:3], "topic": "Melden", "add_tags": ["spoed", "a"], "language": "en"}
    told = daan.post(f"{cards}/bulk", asked)
    assert told == {"changed": 3, "versions": {str(one): 2 for one in ids[:3]}}
    assert daan.post(f"{cards}/bulk", asked) == {"changed": 0, "versions": {}}
    daan.post(f"{cards}/bulk", {"card_ids": ids[:1], "remove_tags": ["a"]})
    first, second, *_, last = daan.get(cards)["items"]
    assert (first["tags"], second["tags"], last["tags"]) == (["spoed"], ["spoed", "a"], [])
    assert (second["topic"], second["face"]["language"], second["version"]) == ("Melden", "en", 2)


def test_many_cards_are_deleted_and_put_back(town: Town) -> None:
    daan = town.phone(town.daan)
    cards = a_set(daan)
    ids = five(daan, cards)
    told = daan.post(f"{cards}/bulk", {"card_ids": ids[1:4], "delete": True})
    assert told["changed"] == 3
    assert "".join(prompts(daan, cards)) == "04"
    assert daan.post(f"{cards}/bulk", {"card_ids": ids, "delete": False})["changed"] == 3
    assert "".join(prompts(daan, cards)) == "01234"


@pytest.mark.parametrize(
    ("asked", "where"),
    [
        ({}, "card_ids"),
        ({"topic": "x" * 201}, "topic"),
        ({"language": "fr"}, "language"),
        ({"delete": "ja"}, "delete"),
        ({"add_tags": [f"label {one}" for one in range(21)]}, "tags"),
    ],
)
def test_a_bulk_change_is_made_whole_or_not_at_all(town: Town, asked: Any, where: str) -> None:
    daan = town.phone(town.daan)
    cards = a_set(daan)
    ids = five(daan, cards)
    body = {"card_ids": ids, **asked}
    assert places(refused(daan.ask("POST", f"{cards}/bulk", json=body), 422)) == [where]
    stranger = new(daan, a_set(daan))["id"]
    body = {"card_ids": [*ids, stranger], "topic": "Van mij"}
    assert places(refused(daan.ask("POST", f"{cards}/bulk", json=body), 422)) == ["card_ids"]
    assert {card["topic"] for card in daan.get(cards)["items"]} == {""}


def test_cards_are_found_by_topic_and_by_words_anywhere_in_them(town: Town) -> None:
    daan = town.phone(town.daan)
    cards = a_set(daan)
    choices = {"kind": "choice", "choices": ["Een minister", "Niemand"], "correct": [0]}
    for face, more in (
        (asking("Wie?", **choices), {"topic": "Café", "tags": ["spoed"]}),
        (asking("Waar?", answer="100% hier"), {"topic": "café"}),
        (asking("Wanneer?", kind="typed", accepted=["Éénmaal"]), {}),
    ):
        daan.post(cards, {"face": face, **more})
    topics = daan.get(cards.replace("/cards", "/topics"))["items"]
    assert sorted((one["topic"], one["cards"]) for one in topics) == [
        ("", 1), ("Café", 1), ("café", 1)
    ]  # fmt: skip
    assert prompts(daan, cards, topic="Café") == ["Wie?"]
    assert prompts(daan, cards, topic="") == ["Wanneer?"]
    for words, found in (
        ("MINISTER", ["Wie?"]), ("spoed", ["Wie?"]), ("Éénmaal", ["Wanneer?"]), ("100%", ["Waar?"]),
        ("prompt", []), ("w", ["Wie?", "Waar?", "Wanneer?"]), ("zebra", []),
    ):  # fmt: skip
        assert prompts(daan, cards, q=words) == found, words
