"""What a release does to memory is chosen once, for whoever reads and releases the set."""

from __future__ import annotations

from typing import Any

import pytest

from server.store.card_sets import Card
from server.store.chosen_effects import ChosenEffect
from tests.support import sets
from tests.support.phone import Phone, ok, places, refused
from tests.support.town import Town


@pytest.fixture
def daan(town: Town) -> Phone:
    return town.phone(town.daan)


@pytest.fixture
def noor(town: Town) -> Phone:
    return town.phone(town.noor)


@pytest.fixture
def ids(town: Town, daan: Phone) -> list[int]:
    """The cards of a released set; Daan gave the first two another answer since."""
    card_set = town.firm.card_set()
    made = [card.id for card in sets.recalls(town.firm, card_set, 3)]
    sets.release(town.firm, card_set)
    town.settle()
    town.world.clock.tick(minutes=5)
    for card_id in made[:2]:
        reword(daan, card_id, "Nee, nooit")
    return made


SET = "/card-sets/1"


def reword(phone: Phone, card_id: int, answer: str) -> None:
    found = {one["id"]: one for one in phone.get(f"{SET}/cards")["items"]}[card_id]
    face = {name: value for name, value in found["face"].items() if name != "variant_id"}
    wanted = {"face": {**face, "answer": answer}, "topic": "", "tags": [],
              "version": found["version"]}  # fmt: skip
    ok(phone.ask("PUT", f"{SET}/cards/{card_id}", json=wanted))


def choose(phone: Phone, effects: dict[int, str]) -> None:
    assert phone.ask("PUT", f"{SET}/effects", json={"effects": effects}).status_code == 204


def chosen(phone: Phone) -> dict[int, Any]:
    items = phone.get(f"{SET}/changes")["items"]
    return {
        one["card_id"]: one["chosen"] and (one["chosen"]["effect"], one["chosen"]["by"]["name"])
        for one in items
    }


def done(phone: Phone, number: int) -> dict[int, str]:
    items = phone.get(f"{SET}/releases/{number}/changes")["items"]
    return {one["card_id"]: one["effect"] for one in items}


def test_everybody_sees_what_was_chosen_and_by_whom(
    daan: Phone, noor: Phone, ids: list[int]
) -> None:
    assert chosen(noor) == {ids[0]: None, ids[1]: None}
    choose(daan, {ids[0]: "kept"})
    assert chosen(noor) == {ids[0]: ("kept", "Daan"), ids[1]: None}
    choose(daan, {ids[0]: "nudged"})
    assert chosen(noor)[ids[0]] == ("nudged", "Daan")


def test_two_authors_choose_for_different_cards_and_neither_loses(
    daan: Phone, noor: Phone, ids: list[int]
) -> None:
    choose(daan, {ids[0]: "nudged"})
    choose(noor, {ids[1]: "kept"})
    assert chosen(daan) == {ids[0]: ("nudged", "Daan"), ids[1]: ("kept", "Noor")}
    noor.post(f"{SET}/releases", {})
    assert done(daan, 2) == {ids[0]: "nudged", ids[1]: "kept"}


def test_a_choice_that_the_releaser_did_not_see_is_not_undone_in_silence(
    daan: Phone, noor: Phone, ids: list[int]
) -> None:
    choose(noor, {ids[1]: "nudged"})
    seen_before = {"effects": {ids[0]: "new", ids[1]: "new"}}
    problem = refused(daan.ask("POST", f"{SET}/releases", json=seen_before), 422)
    assert places(problem) == [f"effects.{ids[1]}"]
    daan.post(f"{SET}/releases", {"effects": {ids[0]: "new", ids[1]: "nudged"}})
    assert done(noor, 2) == {ids[0]: "new", ids[1]: "nudged"}


def test_a_choice_falls_with_the_text_it_was_made_for(daan: Phone, ids: list[int]) -> None:
    choose(daan, {ids[0]: "kept", ids[1]: "kept"})
    reword(daan, ids[0], "Altijd")
    assert chosen(daan) == {ids[0]: None, ids[1]: ("kept", "Daan")}


def test_a_release_uses_its_choices_up(town: Town, daan: Phone, ids: list[int]) -> None:
    choose(daan, {ids[0]: "nudged", ids[2]: "new"})
    daan.post(f"{SET}/releases", {})
    assert done(daan, 2) == {ids[0]: "nudged", ids[1]: "kept"}
    assert town.firm.db.query(ChosenEffect).count() == 0


def test_the_second_reader_agrees_with_the_choice_too(
    daan: Phone, noor: Phone, ids: list[int]
) -> None:
    daan.patch(SET, {"second_reader": True})
    choose(daan, {ids[0]: "kept"})
    look = daan.post(f"{SET}/looks", {})
    read = noor.get(f"{SET}/changes")
    assert read["may_read"]
    noor.post(f"{SET}/looks/{look['id']}/approve", {"text_hash": read["text_hash"]})
    unread = daan.ask("POST", f"{SET}/releases", json={"effects": {ids[1]: "nudged"}})
    assert places(refused(unread, 422)) == [f"effects.{ids[1]}"]
    choose(daan, {ids[0]: "nudged"})
    assert daan.get(f"{SET}/changes")["state"] == "draft"
    choose(daan, {ids[0]: "kept", ids[1]: "new"})
    # What was proposed for the second card was read as such: saying it aloud changes nothing.
    assert daan.get(f"{SET}/changes")["state"] == "approved"
    daan.post(f"{SET}/releases", {"effects": {ids[0]: "kept", ids[1]: "new"}})
    assert done(noor, 2) == {ids[0]: "kept", ids[1]: "new"}


def test_who_chooses_reads_it_for_nobody(daan: Phone, noor: Phone, ids: list[int]) -> None:
    daan.post(f"{SET}/looks", {})
    assert noor.get(f"{SET}/changes")["may_read"]
    choose(noor, {ids[0]: "kept"})
    assert not noor.get(f"{SET}/changes")["may_read"]


@pytest.mark.parametrize(
    "effects",
    [{}, [], None, {"1": "weg"}, {"x": "new"}, {"1": None}, {"0": "new"}, {"999999": "new"},
     {str(2**63): "new"}, {str(number): "new" for number in range(1, 1_002)}],
    ids=lambda value: str(value)[:20],
)  # fmt: skip
def test_a_bad_choice_is_refused_whole(
    town: Town, daan: Phone, ids: list[int], effects: Any
) -> None:
    if isinstance(effects, dict) and effects:
        effects = {**effects, str(ids[0]): effects.get(str(ids[0]), "kept")}
    problem = refused(daan.ask("PUT", f"{SET}/effects", json={"effects": effects}), 422)
    assert all(place.startswith("effects") for place in places(problem))
    assert town.firm.db.query(ChosenEffect).count() == 0


def test_another_firm_and_learners_choose_nothing(town: Town, ids: list[int]) -> None:
    body = {"effects": {ids[0]: "new"}}
    refused(town.phone(town.viktor).ask("PUT", f"{SET}/effects", json=body), 404)
    refused(town.phone(town.fatima).ask("PUT", f"{SET}/effects", json=body), 403)
    other = town.firm.card_set("Ander")
    town.settle()
    path = f"/card-sets/{other.id}/effects"
    refused(town.phone(town.daan).ask("PUT", path, json=body), 422)
    assert town.firm.db.query(Card).count() == 3
    assert town.firm.db.query(ChosenEffect).count() == 0
