from __future__ import annotations

from server.store.card_sets import Card
from tests.server.console_api.inbox import cards, daan, fatima, only, suggest
from tests.support.phone import Phone, places, refused
from tests.support.town import Town

__all__ = ["cards", "daan", "fatima"]


def test_a_learner_who_curates_a_topic_decides_about_that_topic_only(
    town: Town, daan: Phone, fatima: Phone, cards: dict[str, Card]
) -> None:
    sam = town.phone(town.firm.person("Sam", organisation=town.firm.organisation))
    refused(sam.ask("GET", "/inbox"), 404)
    for kind in ("recall", "typed"):
        suggest(fatima, cards[kind], prompt="Anders?")
    other, own = daan.get("/inbox")["items"]
    assert (own["topic"], other["topic"]) == ("recall", "typed")
    _curate(daan, "Sam", topic="recall")
    assert only(sam)["id"] == own["id"]
    assert sam.get("/inbox/counts")["open"] == 1
    assert sam.get("/me/contributions")["curates"] is True
    for path in ("", "/accept", "/reopen"):
        method = "POST" if path else "GET"
        refused(sam.ask(method, f"/inbox/{other['id']}{path}", json={"version": 1}), 404)
    assert sam.post(f"/inbox/{own['id']}/accept", {"version": 1})["state"] == "accepted"
    refused(sam.ask("GET", "/card-sets"), 403)
    refused(sam.ask("GET", "/curators"), 403)


def test_a_curator_of_a_set_decides_about_all_its_topics(
    town: Town, daan: Phone, fatima: Phone, cards: dict[str, Card]
) -> None:
    suggest(fatima, cards["recall"], prompt="Anders?")
    other = town.firm.card_set("Privacy")
    marit = town.phone(town.marit)
    _curate(daan, "Marit", card_set_id=other.id)
    assert marit.get("/inbox")["items"] == []
    _curate(daan, "Marit", card_set_id=cards["recall"].card_set_id)
    assert only(marit)["topic"] == "recall"


def test_asking_twice_makes_one_curator_and_dismissing_ends_it(town: Town, daan: Phone) -> None:
    first = _curate(daan, "Fatima", topic="recall")
    assert _curate(daan, "Fatima", topic="recall") == first
    assert [one["topic"] for one in daan.get("/curators")["items"]] == ["recall"]
    assert daan.ask("DELETE", f"/curators/{first}").status_code == 204
    assert daan.get("/curators")["items"] == []
    refused(town.phone(town.fatima).ask("GET", "/inbox"), 404)
    refused(daan.ask("DELETE", f"/curators/{first}"), 404)


def test_a_curator_needs_one_reach_within_the_firm(
    town: Town, daan: Phone, cards: dict[str, Card]
) -> None:
    person = {"person_id": town.fatima.id}
    both = {"topic": "recall", "card_set_id": cards["recall"].card_set_id}
    for body in ({}, both, {"topic": " "}):
        answer = daan.ask("POST", "/curators", json={**person, **body})
        assert places(refused(answer, 422)) == ["topic"]
    viktor = town.phone(town.viktor)
    refused(daan.ask("POST", "/curators", json={"person_id": town.viktor.id, "topic": "x"}), 404)
    set_of_ours = {"person_id": town.viktor.id, "card_set_id": cards["recall"].card_set_id}
    refused(viktor.ask("POST", "/curators", json=set_of_ours), 404)


def _curate(author: Phone, name: str, **reach: object) -> int:
    people = author.get("/people", q=name)["items"]
    made = author.post("/curators", {"person_id": people[0]["id"], **reach})
    return int(made["id"])
