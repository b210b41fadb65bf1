from __future__ import annotations

from typing import Any
from uuid import uuid4

import pytest

from tests.server.console_api.editing import FACE, a_set, asking, change, new, prompts, put
from tests.server.console_api.uploads import released_set
from tests.support.phone import places, refused
from tests.support.town import Town


def test_daan_writes_cards_one_behind_the_other(town: Town) -> None:
    daan = town.phone(town.daan)
    cards = a_set(daan)
    first = new(daan, cards, "Een?", topic="Melden", tags=["spoed", " spoed", ""])
    new(daan, cards, "Drie?")
    new(daan, cards, "Twee?", after=first["id"])
    assert (first["topic"], first["tags"], first["version"]) == ("Melden", ["spoed"], 1)
    assert (first["variants"], first["changed"]) == ([], "new")
    assert prompts(daan, cards) == ["Een?", "Twee?", "Drie?"]


def test_a_card_sent_twice_is_made_once(town: Town) -> None:
    daan = town.phone(town.daan)
    cards = a_set(daan)
    request_id = str(uuid4())
    first, again = (new(daan, cards, request_id=request_id) for _ in range(2))
    assert first == again
    assert len(prompts(daan, cards)) == 1


def test_the_same_text_may_stand_on_two_cards(town: Town) -> None:
    daan = town.phone(town.daan)
    cards = a_set(daan)
    assert new(daan, cards)["key"] != new(daan, cards)["key"]


def test_text_is_cleaned_as_that_of_a_file_is(town: Town) -> None:
    daan = town.phone(town.daan)
    made = new(daan, a_set(daan), "  Wie\u202e bel\r\nje? ")
    assert made["face"]["prompt"] == "Wie bel\nje?"


def test_a_change_raises_the_version(town: Town) -> None:
    daan = town.phone(town.daan)
    cards = a_set(daan)
    card = change(daan, cards, new(daan, cards), "Wie mail je?", topic="Melden", tags=["a"])
    assert (card["version"], card["topic"], card["tags"]) == (2, "Melden", ["a"])
    assert prompts(daan, cards) == ["Wie mail je?"]


def test_saving_what_was_there_makes_no_version(town: Town) -> None:
    daan = town.phone(town.daan)
    cards = a_set(daan)
    assert change(daan, cards, new(daan, cards), "Wie bel je?")["version"] == 1


def test_who_comes_later_is_shown_what_the_other_wrote(town: Town) -> None:
    daan, noor = town.phone(town.daan), town.phone(town.noor)
    cards = a_set(daan)
    card = new(daan, cards)
    theirs = change(noor, cards, card, "Wie bel je meteen?")
    problem = refused(
        put(daan, f"{cards}/{card['id']}", {"face": asking("Wie mail je?"), "version": 1}), 409
    )
    assert problem["current"] == theirs
    assert problem["title"] == "Iemand anders heeft deze kaart intussen veranderd"
    assert prompts(daan, cards) == ["Wie bel je meteen?"]


def test_a_card_typed_back_asks_for_no_release(town: Town) -> None:
    daan = town.phone(town.daan)
    card_set_id = released_set(daan)
    cards = f"/card-sets/{card_set_id}/cards"
    first = daan.get(cards)["items"][0]
    path, face = f"{cards}/{first['id']}", first["face"]
    body = {"face": {**face, "prompt": "Wie?"}, "topic": "Melden", "version": 1}
    town.world.clock.tick(minutes=1)
    assert put(daan, path, body).status_code == 200
    assert daan.get(f"/card-sets/{card_set_id}")["changed_since_release"] is True
    assert put(daan, path, {**body, "face": face, "version": 2}).status_code == 200
    assert daan.get(f"/card-sets/{card_set_id}")["changed_since_release"] is False


BAD_FACES: list[tuple[dict[str, Any], str]] = [
    ({**FACE, "prompt": " "}, "face.prompt"),
    ({**FACE, "prompt": "x" * 2001}, "face.prompt"),
    ({**FACE, "kind": "essay"}, "face.kind"),
    ({**FACE, "answer": 7}, "face.answer"),
    ({**FACE, "language": "fr"}, "face.language"),
    ({**FACE, "kind": "choice", "choices": ["a"], "correct": [0]}, "face.choices"),
    ({**FACE, "kind": "choice", "choices": ["a", "b"], "correct": [9]}, "face.choices"),
    ({}, "face.kind"),
]


@pytest.mark.parametrize(("face", "where"), BAD_FACES)
def test_a_face_that_cannot_be_asked_is_refused_at_its_place(
    town: Town, face: dict[str, Any], where: str
) -> None:
    daan = town.phone(town.daan)
    cards = a_set(daan)
    problem = refused(daan.ask("POST", cards, json={"face": face}), 422)
    assert where in places(problem)
    assert all(" " in error["message"] for error in problem["errors"])
    assert prompts(daan, cards) == []


@pytest.mark.parametrize(
    ("body", "where"),
    [
        ({"face": "tekst"}, "face"),
        ({}, "face"),
        ({"face": FACE, "topic": "x" * 201}, "topic"),
        ({"face": FACE, "tags": [str(one) for one in range(21)]}, "tags"),
        ({"face": FACE, "after": 999_999}, "after"),
        ({"face": FACE, "request_id": "een"}, "request_id"),
        ({"face": FACE, "prompt": "Wie?"}, "prompt"),
    ],
)
def test_what_does_not_fit_is_named(town: Town, body: dict[str, Any], where: str) -> None:
    daan = town.phone(town.daan)
    cards = a_set(daan)
    assert places(refused(daan.ask("POST", cards, json=body), 422)) == [where]


def test_a_card_taken_out_cannot_be_changed(town: Town) -> None:
    daan = town.phone(town.daan)
    cards = a_set(daan)
    card = new(daan, cards)
    daan.ask("DELETE", f"{cards}/{card['id']}")
    refused(put(daan, f"{cards}/{card['id']}", {"face": FACE, "version": 1}), 404)


def test_fatima_and_viktor_write_nothing_here(town: Town) -> None:
    daan = town.phone(town.daan)
    cards = a_set(daan)
    card = new(daan, cards)
    for person, status in ((town.fatima, 403), (town.marit, 403), (town.viktor, 404)):
        other = town.phone(person)
        refused(other.ask("POST", cards, json={"face": FACE}), status)
        refused(put(other, f"{cards}/{card['id']}", {"face": FACE, "version": 1}), status)
        body = {"card_ids": [card["id"]], "delete": True}
        refused(other.ask("POST", f"{cards}/bulk", json=body), status)
    assert prompts(daan, cards) == ["Wie bel je?"]
