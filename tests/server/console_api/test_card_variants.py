from __future__ import annotations

from typing import Any

from tests.server.console_api.editing import FACE, a_set, asking, change, new, put
from tests.server.console_api.uploads import filled_set
from tests.support.phone import Phone, ok, refused
from tests.support.town import Town


def with_variant(phone: Phone, cards: str, **more: Any) -> Any:
    card = new(phone, cards)
    body = {"face": asking("Wie helpt je?", **more)}
    return phone.post(f"{cards}/{card['id']}/variants", body)


def variant_path(cards: str, card: Any) -> str:
    return f"{cards}/{card['id']}/variants/{card['variants'][0]['variant_id']}"


def test_a_variant_stands_beside_its_card(town: Town) -> None:
    daan = town.phone(town.daan)
    cards = a_set(daan)
    card = with_variant(daan, cards)
    assert [face["prompt"] for face in card["variants"]] == ["Wie helpt je?"]
    assert card["version"] == 2
    body = {"face": asking("Wie staat je bij?"), "version": 2}
    card = ok(put(daan, variant_path(cards, card), body))
    assert [face["prompt"] for face in card["variants"]] == ["Wie staat je bij?"]
    assert (card["version"], card["face"]["prompt"]) == (3, "Wie bel je?")
    assert daan.get(cards)["items"] == [card]


def test_a_translation_is_a_variant_in_another_language(town: Town) -> None:
    daan = town.phone(town.daan)
    card = with_variant(daan, a_set(daan), language="en")
    assert [face["language"] for face in (card["face"], *card["variants"])] == ["nl", "en"]


def test_a_variant_taken_out_leaves_learners_with_the_next_release(town: Town) -> None:
    daan = town.phone(town.daan)
    card_set_id = filled_set(daan)
    one = f"/card-sets/{card_set_id}"
    daan.post(f"{one}/releases", {})
    cards = f"{one}/cards"
    card = daan.get(cards)["items"][0]
    town.world.clock.tick(minutes=1)
    left = ok(daan.ask("DELETE", variant_path(cards, card)))
    assert (left["variants"], left["changed"], left["version"]) == ([], "changed", 2)
    assert daan.post(f"{one}/releases", {})["changed"] == 1
    refused(daan.ask("DELETE", variant_path(cards, card)), 404)


def test_a_variant_put_back_is_the_one_that_learners_have(town: Town) -> None:
    daan = town.phone(town.daan)
    one = f"/card-sets/{filled_set(daan)}"
    daan.post(f"{one}/releases", {})
    card = daan.get(f"{one}/cards")["items"][0]
    path = variant_path(f"{one}/cards", card)
    town.world.clock.tick(minutes=1)
    ok(daan.ask("DELETE", path))
    assert daan.get(one)["changed_since_release"] is True
    back = ok(daan.ask("POST", f"{path}/restore"))
    assert (back["variants"], back["changed"], back["version"]) == (card["variants"], None, 3)
    assert daan.get(one)["changed_since_release"] is False
    assert ok(daan.ask("POST", f"{path}/restore"))["version"] == 3


def test_a_variant_is_not_written_over_what_another_author_did_to_the_card(town: Town) -> None:
    daan, noor = town.phone(town.daan), town.phone(town.noor)
    cards = a_set(daan)
    card = with_variant(daan, cards)
    theirs = change(noor, cards, card, "Wie bel je nu?")
    stale = {"face": asking("Anders?"), "version": card["version"]}
    problem = refused(put(daan, variant_path(cards, card), stale), 409)
    assert problem["current"] == theirs


def test_a_card_does_not_grow_without_end(town: Town) -> None:
    daan = town.phone(town.daan)
    cards = a_set(daan)
    variants = f"{cards}/{new(daan, cards)['id']}/variants"
    for number in range(20):
        daan.post(variants, {"face": asking(f"Wie {number}?")})
    refused(daan.ask("POST", variants, json={"face": asking("Nog een?")}), 422)
    first = f"{variants}/{daan.get(cards)['items'][0]['variants'][0]['variant_id']}"
    ok(daan.ask("DELETE", first))
    daan.post(variants, {"face": asking("Toch een?")})
    refused(daan.ask("POST", f"{first}/restore"), 422)


def test_variants_of_others_are_not_there(town: Town) -> None:
    daan = town.phone(town.daan)
    cards = a_set(daan)
    card = with_variant(daan, cards)
    viktor = town.phone(town.viktor)
    body = {"face": FACE, "version": card["version"]}
    refused(viktor.ask("POST", f"{cards}/{card['id']}/variants", json={"face": FACE}), 404)
    refused(put(viktor, variant_path(cards, card), body), 404)
    refused(viktor.ask("DELETE", variant_path(cards, card)), 404)
    refused(viktor.ask("POST", f"{variant_path(cards, card)}/restore"), 404)
    other = new(daan, cards)
    elsewhere = variant_path(cards, {**card, "id": other["id"]})
    refused(put(daan, elsewhere, {**body, "version": 1}), 404)
    refused(daan.ask("POST", f"{elsewhere}/restore"), 404)
