"""Daan sees what a release changes, Noor reads it, and phones hear what it did to memory."""

from __future__ import annotations

from typing import Any

import pytest

from server.store.card_sets import Card, CardSet
from tests.mobile_api.uploads import review, send
from tests.support import sets
from tests.support.phone import Phone
from tests.support.town import Town


@pytest.fixture
def card_set(town: Town) -> CardSet:
    card_set = town.firm.card_set()
    cards = sets.recalls(town.firm, card_set, 3)
    sets.release(town.firm, card_set)
    sets.campaign(town.firm, card_set, people=(town.fatima,))
    fatima = town.phone(town.fatima)
    send(fatima, *(review(card.id, card) for card in cards))
    return card_set


def cards(town: Town) -> list[Card]:
    return town.firm.db.query(Card).order_by(Card.id).all()


def reword(town: Town, daan: Phone, card_set: CardSet, number: int, **face: Any) -> Card:
    card = cards(town)[number]
    wanted = {"face": {**card.face, **face}, "topic": "", "tags": [], "version": card.version}
    path = f"/card-sets/{card_set.id}/cards/{card.id}"
    town.settle()
    assert daan.ask("PUT", path, json=wanted).status_code == 200
    return card


def test_the_diff_shows_both_texts_and_proposes_an_effect(town: Town, card_set: CardSet) -> None:
    daan = town.phone(town.daan)
    card = reword(town, daan, card_set, 0, answer="Iets heel anders")
    found = daan.get(f"/card-sets/{card_set.id}/changes")
    (item,) = found["items"]
    assert (item["card_id"], item["status"], item["effect"]) == (card.id, "changed", "new")
    assert item["before"]["faces"][0]["answer"] == "Ja"
    assert item["after"]["faces"][0]["answer"] == "Iets heel anders"
    assert found["counts"] == {"changed": 1, "removed": 0, "added": 0}
    assert (found["state"], found["may_read"]) == ("draft", False)


def test_too_few_learners_are_not_counted_out(town: Town, card_set: CardSet) -> None:
    daan = town.phone(town.daan)
    reword(town, daan, card_set, 0, answer="Nee")
    path = f"/card-sets/{card_set.id}/changes"
    (item,) = daan.get(path)["items"]
    assert (item["learners"], item["suppressed"]) == (None, True)
    town.firm.organisation.min_group_size = 1
    town.settle()
    (item,) = daan.get(path)["items"]
    assert (item["learners"], item["suppressed"]) == (1, False)


def test_phones_hear_what_a_release_did_to_memory(town: Town, card_set: CardSet) -> None:
    daan, fatima = town.phone(town.daan), town.phone(town.fatima)
    here = fatima.get("/changes")["next"]
    town.world.clock.tick(minutes=5)
    first = reword(town, daan, card_set, 0, answer="Nee")
    second = reword(town, daan, card_set, 1, prompt="Anders gevraagd?")
    effects = {str(first.id): "new", str(second.id): "nudged"}
    daan.post(f"/card-sets/{card_set.id}/releases", {"note": "Beter", "effects": effects})
    told = {row["card_id"]: row for row in fatima.get("/changes", since=here)["memory"]}
    assert told[first.id]["due_on"] is None
    assert told[second.id]["due_on"] == "2026-11-19"


def test_the_history_tells_what_each_release_did(town: Town, card_set: CardSet) -> None:
    daan = town.phone(town.daan)
    town.world.clock.tick(minutes=5)
    card = reword(town, daan, card_set, 0, answer="Nee")
    path = f"/card-sets/{card_set.id}/releases"
    daan.post(path, {"effects": {str(card.id): "nudged"}})
    past = daan.get(f"{path}/2/changes")
    assert [(one["card_id"], one["effect"]) for one in past["items"]] == [(card.id, "nudged")]
    assert past["release"]["released_by"]["name"] == "Daan"
    assert len(daan.get(f"{path}/1/changes")["items"]) == 3
    assert daan.ask("GET", f"{path}/3/changes").status_code == 404


@pytest.mark.parametrize(
    "effects", [{"1": "weg"}, {"x": "new"}, [], {"999999": "new"}, {"1": None}], ids=str
)
def test_a_bad_effect_is_refused_and_nothing_is_released(
    town: Town, card_set: CardSet, effects: Any
) -> None:
    daan = town.phone(town.daan)
    reword(town, daan, card_set, 0, answer="Nee")
    path = f"/card-sets/{card_set.id}/releases"
    refused = daan.ask("POST", path, json={"effects": effects})
    assert refused.status_code == 422
    assert refused.json is not None
    assert refused.json["errors"][0]["where"].startswith("effects")
    assert len(daan.get(path)["items"]) == 1


def test_noor_approves_and_daan_releases(town: Town, card_set: CardSet) -> None:
    daan, noor = town.phone(town.daan), town.phone(town.noor)
    path = f"/card-sets/{card_set.id}"
    assert daan.ask("PATCH", path, json={"second_reader": True}).status_code == 200
    reword(town, daan, card_set, 0, answer="Nee")
    assert daan.ask("POST", f"{path}/releases", json={}).status_code == 422
    look = daan.post(f"{path}/looks", {"note": "Klopt dit?"})
    read = noor.get(f"{path}/changes")
    assert (read["state"], read["may_read"]) == ("asked", True)
    answered = {"text_hash": read["text_hash"]}
    said = noor.ask("POST", f"{path}/looks/{look['id']}/approve", json=answered)
    assert said.status_code == 200
    assert daan.post(f"{path}/releases", {})["number"] == 2
    assert [one["state"] for one in noor.get(f"{path}/looks")["items"]] == ["approved"]


def test_settings_come_back_as_they_were_set(town: Town, card_set: CardSet) -> None:
    daan = town.phone(town.daan)
    path = f"/card-sets/{card_set.id}"
    card_id = cards(town)[0].id
    daan.ask("PATCH", path, json={"review_on": "2027-01-15"})
    assert daan.get(path)["review_on"] == "2027-01-15"
    daan.ask("PATCH", path, json={"review_on": None})
    assert daan.get(path)["review_on"] is None
    town.world.clock.tick(minutes=5)
    given = {"card_ids": [card_id], "valid_until": "2026-12-31"}
    town.settle()
    assert daan.ask("PUT", f"{path}/valid-until", json=given).json == {"changed": 1}
    assert daan.ask("PUT", f"{path}/valid-until", json=given).json == {"changed": 0}
    shown = {one["id"]: one["valid_until"] for one in daan.get(f"{path}/cards")["items"]}
    assert shown[card_id] == "2026-12-31"
    assert daan.get(path)["changed_since_release"] is True
