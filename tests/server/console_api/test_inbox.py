from __future__ import annotations

from typing import Any

import pytest

from server.store.card_sets import Card
from server.store.database import db
from tests.server.console_api.inbox import cards, daan, fatima, only, suggest, text_of
from tests.server.firm import counted
from tests.support.phone import Phone, places, refused
from tests.support.town import Town

__all__ = ["cards", "daan", "fatima"]


def test_both_texts_stand_side_by_side(daan: Phone, fatima: Phone, cards: dict[str, Card]) -> None:
    suggest(fatima, cards["recall"], prompt="Wie bel je?", note="Korter", named=True)
    item = only(daan)
    assert item["card"]["face"]["prompt"] == "Wie bel je bij een verdachte mail?"
    assert item["proposed"]["prompt"] == "Wie bel je?"
    assert item["proposed"]["answer"] == item["card"]["face"]["answer"]
    assert [(one["by"], one["note"]) for one in item["told"]] == [("Fatima", "Korter")]
    assert (item["kind"], item["topic"], item["state"]) == ("suggestion", "recall", "open")


def test_accepting_writes_the_card_tells_fatima_and_credits_her(
    town: Town, daan: Phone, fatima: Phone, cards: dict[str, Card]
) -> None:
    suggest(fatima, cards["recall"], prompt="Wie bel je?", named=True)
    item = only(daan)
    town.world.clock.tick(minutes=1)
    body = {"version": item["card"]["version"], "answer": "Beter zo"}
    accepted = daan.post(f"/inbox/{item['id']}/accept", body)
    assert (accepted["state"], accepted["decided_by"]) == ("accepted", "Daan")
    assert text_of(town, cards["recall"])["prompt"] == "Wie bel je?"
    told = fatima.get("/me/contributions")
    assert told["unseen"] == 1
    assert [(one["state"], one["answer"]) for one in told["items"]] == [("accepted", "Beter zo")]
    assert fatima.ask("POST", "/me/contributions/seen").status_code == 204
    assert fatima.get("/me/contributions")["unseen"] == 0
    daan.post(f"/card-sets/{item['card_set']['id']}/releases", {})
    faces = {card["card_id"]: card["faces"] for card in fatima.get("/changes")["cards"]}
    assert faces[cards["recall"].id][0]["credits"] == ["Fatima"]


def test_who_did_not_want_to_be_named_is_not(
    town: Town, daan: Phone, fatima: Phone, cards: dict[str, Card]
) -> None:
    suggest(fatima, cards["recall"], prompt="Wie bel je?")
    item = only(daan)
    daan.post(f"/inbox/{item['id']}/accept", {"version": 1})
    assert [one["by"] for one in item["told"]] == [None]
    assert town.firm.db.query(Card).filter_by(id=cards["recall"].id).one().credits is None


def test_an_author_may_accept_in_other_words(
    town: Town, daan: Phone, fatima: Phone, cards: dict[str, Card]
) -> None:
    suggest(fatima, cards["recall"], prompt="wie bel je")
    item = only(daan)
    face = {**item["proposed"], "prompt": "Wie bel je?"}
    daan.post(f"/inbox/{item['id']}/accept", {"face": face, "version": 1})
    assert text_of(town, cards["recall"])["prompt"] == "Wie bel je?"


def test_a_proposed_card_goes_into_its_set(
    daan: Phone, fatima: Phone, cards: dict[str, Card]
) -> None:
    set_id = cards["recall"].card_set_id
    body = {
        "card_set_id": set_id,
        "topic": "typed",
        "prompt": "Wat is vishing?",
        "answer": "Bellen",
    }
    fatima.post("/proposals", {**body, "named": True})
    item = only(daan, kind="proposal")
    assert (item["card"], item["proposed"]["answer"]) == (None, "Bellen")
    made = daan.post(f"/inbox/{item['id']}/accept", {})
    last = daan.get(f"/card-sets/{set_id}/cards")["items"][-1]
    assert (last["id"], last["face"]["prompt"]) == (made["card"]["id"], "Wat is vishing?")
    assert last["topic"] == "typed"
    daan.post(f"/inbox/{item['id']}/reopen", {})
    assert last["id"] not in [one["id"] for one in daan.get(f"/card-sets/{set_id}/cards")["items"]]


def test_a_declined_suggestion_says_why(
    town: Town, daan: Phone, fatima: Phone, cards: dict[str, Card]
) -> None:
    suggest(fatima, cards["recall"], prompt="Wie bel je?")
    item = only(daan)
    refused_body = daan.ask("POST", f"/inbox/{item['id']}/decline", json={"reason": " "})
    assert places(refused(refused_body, 422)) == ["reason"]
    daan.post(f"/inbox/{item['id']}/decline", {"reason": "Zo staat het in het handboek."})
    (mine,) = fatima.get("/me/contributions")["items"]
    assert (mine["state"], mine["answer"]) == ("declined", "Zo staat het in het handboek.")
    assert text_of(town, cards["recall"])["prompt"] == "Wie bel je bij een verdachte mail?"
    assert only(daan, state="declined")["id"] == item["id"]


def test_the_second_author_hears_that_it_was_answered(
    town: Town, daan: Phone, fatima: Phone, cards: dict[str, Card]
) -> None:
    suggest(fatima, cards["recall"], prompt="Wie bel je?")
    item, noor = only(daan), town.phone(town.noor)
    daan.post(f"/inbox/{item['id']}/accept", {"version": 1})
    for verb, body in (("accept", {"version": 1}), ("decline", {"reason": "Nee"})):
        problem = refused(noor.ask("POST", f"/inbox/{item['id']}/{verb}", json=body), 409)
        assert (problem["item"]["state"], problem["item"]["decided_by"]) == ("accepted", "Daan")


def test_a_card_that_changed_meanwhile_is_not_overwritten(
    daan: Phone, fatima: Phone, cards: dict[str, Card]
) -> None:
    suggest(fatima, cards["recall"], prompt="Wie bel je?")
    item = only(daan)
    card = daan.get(f"/card-sets/{cards['recall'].card_set_id}/cards")["items"][0]
    face = {**card["face"], "prompt": "Anders"}
    path = f"/card-sets/{cards['recall'].card_set_id}/cards/{card['id']}"
    assert daan.ask("PUT", path, json={"face": face, "version": 1}).status_code == 200
    problem = refused(daan.ask("POST", f"/inbox/{item['id']}/accept", json={"version": 1}), 409)
    assert problem["current"]["face"]["prompt"] == "Anders"
    assert only(daan)["id"] == item["id"]


def test_a_decision_can_be_taken_back_with_what_it_did(
    town: Town, daan: Phone, fatima: Phone, cards: dict[str, Card]
) -> None:
    suggest(fatima, cards["recall"], prompt="Wie bel je?", named=True)
    item = only(daan)
    daan.post(f"/inbox/{item['id']}/accept", {"version": 1})
    again = daan.post(f"/inbox/{item['id']}/reopen", {})
    assert (again["state"], again["decided_by"], again["answer"]) == ("open", None, "")
    assert text_of(town, cards["recall"])["prompt"] == "Wie bel je bij een verdachte mail?"
    assert fatima.get("/me/contributions")["unseen"] == 0
    assert daan.post(f"/inbox/{item['id']}/reopen", {}) == again


def test_flags_are_counted_by_reason_and_stay_one_item(
    town: Town, daan: Phone, fatima: Phone, cards: dict[str, Card]
) -> None:
    marit = town.phone(town.marit)
    for phone, reason in ((fatima, "wrong"), (fatima, "unclear"), (marit, "unclear")):
        phone.post(f"/cards/{cards['typed'].id}/flags", {"reason": reason, "note": "Hm"})
    item = only(daan)
    assert (item["people"], item["reasons"]) == (2, {"wrong": 1, "unclear": 2})
    assert [one["note"] for one in item["told"]] == ["Hm"] * 3
    assert daan.get("/inbox/counts") == {
        "open": 1, "flag": 1, "suggestion": 0, "proposal": 0, "failing": 0
    }  # fmt: skip


@pytest.mark.parametrize("verb", ["accept", "decline"])
def test_a_report_with_a_better_text_is_one_item_with_one_outcome(
    town: Town, daan: Phone, fatima: Phone, cards: dict[str, Card], verb: str
) -> None:
    suggest(fatima, cards["recall"], prompt="Wie bel je?", reason="unclear", note="Te lang")
    item = only(daan)
    assert (item["kind"], item["reasons"]) == ("suggestion", {"unclear": 1})
    assert [(one["reason"], one["note"]) for one in item["told"]] == [("unclear", "Te lang")]
    assert item["card"]["face"]["prompt"] != item["proposed"]["prompt"] == "Wie bel je?"
    body = {"accept": {"version": 1}, "decline": {"reason": "Het blijft zo"}}[verb]
    daan.post(f"/inbox/{item['id']}/{verb}", body)
    assert daan.get("/inbox/counts")["open"] == 0
    (mine,) = fatima.get("/me/contributions")["items"]
    assert (mine["reason"], mine["state"]) == ("unclear", f"{verb.removesuffix('e')}ed")
    asks = text_of(town, cards["recall"])["prompt"]
    assert (asks == "Wie bel je?") == (verb == "accept")


def test_a_reopened_flag_takes_in_those_that_came_since(
    daan: Phone, fatima: Phone, cards: dict[str, Card]
) -> None:
    path = f"/cards/{cards['typed'].id}/flags"
    fatima.post(path, {"reason": "wrong"})
    first = only(daan)
    daan.post(f"/inbox/{first['id']}/accept", {})
    fatima.post(path, {"reason": "outdated"})
    daan.post(f"/inbox/{first['id']}/reopen", {})
    item = only(daan)
    assert (item["id"], item["reasons"]) == (first["id"], {"wrong": 1, "outdated": 1})


@pytest.mark.parametrize("query", [
    {"kind": "failing"}, {"topic": "cloze"}, {"state": "accepted"}, {"kind": "suggestion"},
])  # fmt: skip
def test_filters_leave_out_the_rest(
    daan: Phone, fatima: Phone, cards: dict[str, Card], query: dict[str, str]
) -> None:
    fatima.post(f"/cards/{cards['typed'].id}/flags", {"reason": "wrong"})
    assert daan.get("/inbox", **query)["items"] == []
    set_id = str(cards["typed"].card_set_id)
    assert only(daan, kind="flag", topic="typed", card_set_id=set_id)["kind"] == "flag"


@pytest.mark.parametrize("body", [
    {"face": {"kind": "recall"}, "version": 1}, {"face": [], "version": 1}, {"version": "x"}, {},
    {"version": 10**30},
])  # fmt: skip
def test_a_text_that_is_no_card_changes_nothing(
    daan: Phone, fatima: Phone, cards: dict[str, Card], body: dict[str, Any]
) -> None:
    suggest(fatima, cards["recall"], prompt="Wie bel je?")
    item = only(daan)
    refused(daan.ask("POST", f"/inbox/{item['id']}/accept", json=body), 422)
    assert only(daan) == item


def test_a_page_takes_as_many_statements_whatever_it_holds(
    town: Town, daan: Phone, fatima: Phone, cards: dict[str, Card]
) -> None:
    taken = []
    for card in (cards["recall"], cards["typed"]):
        suggest(fatima, card, prompt="Wie?")
        with town.app.app_context(), counted(db.session()) as statements:
            daan.get("/inbox")
        taken.append(len(statements))
    assert taken[0] == taken[1]


def test_items_can_be_chosen_by_the_sets_and_topics_of_all_of_them(
    daan: Phone, fatima: Phone, cards: dict[str, Card], town: Town
) -> None:
    suggest(fatima, cards["recall"], prompt="Wie bel je?")
    suggest(fatima, cards["typed"], prompt="Wie helpt?")
    found = daan.get("/inbox/places")["items"]
    assert [one["topic"] for one in found] == ["recall", "typed"]
    assert len({(one["card_set_id"], one["title"]) for one in found}) == 1
    daan.post("/curators", {"person_id": town.marit.id, "topic": "typed"})
    mine = town.phone(town.marit).get("/inbox/places")["items"]
    assert [one["topic"] for one in mine] == ["typed"]
    assert town.phone(town.viktor).get("/inbox/places")["items"] == []
