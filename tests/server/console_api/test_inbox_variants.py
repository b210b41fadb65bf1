"""A better text for another wording of a card: a translation, or the same asked otherwise."""

from __future__ import annotations

from typing import Any

import pytest

from server.store.card_sets import Card, CardVariant
from server.store.care import Contribution
from tests.server.console_api.inbox import cards, daan, fatima, only, suggest, text_of
from tests.support import sets
from tests.support.faces import face
from tests.support.phone import Phone, refused
from tests.support.town import Town

__all__ = ["cards", "daan", "fatima"]

ENGLISH = {**face("recall", "Whom do you call?", answer="The desk"), "language": "en"}


@pytest.fixture
def variant(town: Town, cards: dict[str, Card]) -> CardVariant:
    """The card about calling, in English, released too."""
    made = CardVariant(card_id=cards["recall"].id, key="who-en", face=ENGLISH)
    town.firm.add(made)
    sets.release(town.firm, sets.set_of(town.firm, cards["recall"]))
    return made


def faces_of(phone: Phone, card: Card) -> list[dict[str, Any]]:
    (found,) = (one for one in phone.get("/changes")["cards"] if one["card_id"] == card.id)
    return list(found["faces"])


def accepted(daan: Phone) -> dict[str, Any]:
    item = only(daan)
    return dict(daan.post(f"/inbox/{item['id']}/accept", {"version": item["card"]["version"]}))


def test_both_texts_are_of_the_wording_that_fatima_saw(
    daan: Phone, fatima: Phone, cards: dict[str, Card], variant: CardVariant
) -> None:
    suggest(fatima, cards["recall"], variant_id=variant.id, prompt="Who to call?")
    item = only(daan)
    assert (item["card"]["face"]["prompt"], item["card"]["face"]["language"]) == (
        "Whom do you call?", "en",
    )  # fmt: skip
    assert item["proposed"] == {**item["proposed"], "prompt": "Who to call?", "answer": "The desk"}
    assert fatima.get("/me/contributions")["items"][0]["about"] == "Whom do you call?"


def test_accepting_changes_that_wording_alone_and_every_wording_thanks_her(
    town: Town, daan: Phone, fatima: Phone, cards: dict[str, Card], variant: CardVariant
) -> None:
    own = text_of(town, cards["recall"])
    suggest(fatima, cards["recall"], variant_id=variant.id, prompt="Who to call?", named=True)
    item = accepted(daan)
    assert item["card"]["face"]["prompt"] == "Who to call?"
    assert text_of(town, cards["recall"]) == own
    daan.post(f"/card-sets/{item['card_set']['id']}/releases", {})
    faces = faces_of(fatima, cards["recall"])
    assert [one["prompt"] for one in faces] == [own["prompt"], "Who to call?"]
    assert [one["credits"] for one in faces] == [["Fatima"], ["Fatima"]]


def test_reopening_puts_the_wording_back(
    town: Town, daan: Phone, fatima: Phone, cards: dict[str, Card], variant: CardVariant
) -> None:
    suggest(fatima, cards["recall"], variant_id=variant.id, prompt="Who to call?", named=True)
    again = daan.post(f"/inbox/{accepted(daan)['id']}/reopen", {})
    assert again["card"]["face"]["prompt"] == "Whom do you call?"
    town.firm.db.expire_all()
    assert town.firm.db.get_one(Card, cards["recall"].id).credits is None


def test_names_are_not_kept_in_the_text_of_a_wording(
    town: Town, daan: Phone, fatima: Phone, cards: dict[str, Card], variant: CardVariant
) -> None:
    """An earlier version that comes back brings its text, not whom was thanked for it."""
    suggest(fatima, cards["recall"], variant_id=variant.id, prompt="Who to call?", named=True)
    accepted(daan)
    set_id, card_id = cards["recall"].card_set_id, cards["recall"].id
    daan.post(f"/card-sets/{set_id}/cards/{card_id}/versions/1/restore", {})
    town.settle()
    town.firm.db.expire_all()
    assert "credits" not in town.firm.db.get_one(CardVariant, variant.id).face


def test_a_wording_taken_out_meanwhile_is_shown_as_such_and_not_written(
    daan: Phone, fatima: Phone, cards: dict[str, Card], variant: CardVariant
) -> None:
    card = cards["recall"]
    path = f"/card-sets/{card.card_set_id}/cards/{card.id}/variants/{variant.id}"
    assert daan.ask("DELETE", path).status_code == 200
    daan.post(f"/card-sets/{card.card_set_id}/releases", {})
    suggest(fatima, card, variant_id=variant.id, prompt="Who to call?")
    item = only(daan)
    assert (item["card"]["deleted"], item["proposed"]["prompt"]) == (True, "Who to call?")
    body = {"version": item["card"]["version"]}
    refused(daan.ask("POST", f"/inbox/{item['id']}/accept", json=body), 404)
    daan.post(f"/inbox/{item['id']}/decline", {"reason": "Die tekst is weg"})


def test_a_wording_of_another_card_is_not_there(
    town: Town, fatima: Phone, cards: dict[str, Card], variant: CardVariant
) -> None:
    for card, variant_id in ((cards["typed"], variant.id), (cards["recall"], 10**9)):
        body = {"variant_id": variant_id, "prompt": "Who?"}
        refused(fatima.ask("POST", f"/cards/{card.id}/suggestions", json=body), 404)
    assert town.firm.db.query(Contribution).count() == 0
