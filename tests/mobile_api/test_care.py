from __future__ import annotations

from typing import Any
from uuid import uuid4

import pytest

from server.store.card_sets import Card
from server.store.care import Contribution, InboxItem
from tests.server.firm import NOW
from tests.support import sets
from tests.support.phone import Phone, places, refused
from tests.support.town import Town

A_CARD: dict[str, Any] = {"prompt": "Wat is vishing?", "answer": "Oplichting per telefoon"}


@pytest.fixture
def card_set_id(cards: dict[str, Card]) -> int:
    return cards["typed"].card_set_id


def test_a_flag_reaches_who_looks_after_the_card(
    town: Town, phone: Phone, cards: dict[str, Card]
) -> None:
    path = f"/cards/{cards['typed'].id}/flags"
    response = phone.ask("POST", path, json={"reason": "outdated", "note": "Heet nu anders"})
    row = town.firm.db.query(Contribution).one()
    assert (response.status_code, response.json) == (201, {"id": row.id})
    assert (row.card_id, row.person_id) == (cards["typed"].id, town.fatima.id)
    assert (row.reason, row.note, row.created_at) == ("outdated", "Heet nu anders", NOW)
    assert row.about == "Hoe heet oplichting per mail?"


def test_a_better_text_is_kept_as_proposed(
    town: Town, phone: Phone, cards: dict[str, Card]
) -> None:
    body = {"prompt": "Hoe heet dit?", "explanation": "Zo.", "note": "Korter", "named": True}
    response = phone.ask("POST", f"/cards/{cards['typed'].id}/suggestions", json=body)
    row = town.firm.db.query(Contribution).one()
    assert (response.status_code, response.json) == (201, {"id": row.id})
    assert row.proposal == {"prompt": "Hoe heet dit?", "explanation": "Zo."}
    assert (row.note, row.named) == ("Korter", True)


def test_a_reason_a_note_and_a_better_text_are_one(
    town: Town, phone: Phone, cards: dict[str, Card]
) -> None:
    body = {"id": str(uuid4()), "reason": "unclear", "note": "Te lang", "prompt": "Hoe heet dit?"}
    path = f"/cards/{cards['typed'].id}/suggestions"
    assert phone.post(path, body) == phone.post(path, body)
    row, item = town.firm.db.query(Contribution).one(), town.firm.db.query(InboxItem).one()
    assert (row.kind, row.reason, row.note) == ("suggestion", "unclear", "Te lang")
    assert (row.proposal, row.item_id) == ({"prompt": "Hoe heet dit?"}, item.id)


def test_a_new_card_is_proposed_for_a_set(town: Town, phone: Phone, card_set_id: int) -> None:
    body = {**A_CARD, "card_set_id": card_set_id, "topic": "typed"}
    phone.post("/proposals", body)
    row, item = town.firm.db.query(Contribution).one(), town.firm.db.query(InboxItem).one()
    assert (row.kind, row.proposal, row.about) == ("proposal", A_CARD, A_CARD["prompt"])
    assert (item.card_set_id, item.card_id, item.topic) == (card_set_id, None, "typed")


def test_what_is_sent_twice_counts_once(
    town: Town, phone: Phone, cards: dict[str, Card], card_set_id: int
) -> None:
    path = f"/cards/{cards['typed'].id}"
    for address, body in (
        (f"{path}/flags", {"reason": "wrong"}),
        (f"{path}/suggestions", {"note": "Anders"}),
        ("/proposals", {**A_CARD, "card_set_id": card_set_id}),
    ):
        sent = {**body, "id": str(uuid4())}
        assert phone.post(address, sent) == phone.post(address, sent)
    assert town.firm.db.query(Contribution).count() == town.firm.db.query(InboxItem).count() == 3


def test_flags_of_several_learners_on_one_card_are_one_item(
    town: Town, phone: Phone, cards: dict[str, Card]
) -> None:
    own_set = sets.set_of(town.firm, cards["typed"])
    sets.campaign(town.firm, own_set, people=(town.marit,))
    for one in (phone, town.phone(town.marit)):
        one.post(f"/cards/{cards['typed'].id}/flags", {"reason": "unclear"})
    phone.post(f"/cards/{cards['choice'].id}/flags", {"reason": "unclear"})
    assert town.firm.db.query(InboxItem).count() == 2
    assert town.firm.db.query(Contribution).count() == 3


def test_fatima_reads_back_what_she_handed_in(phone: Phone, cards: dict[str, Card]) -> None:
    phone.post(f"/cards/{cards['typed'].id}/flags", {"reason": "wrong", "note": "Fout"})
    phone.post(f"/cards/{cards['choice'].id}/suggestions", {"note": "Korter"})
    told = phone.get("/me/contributions")
    assert [(one["kind"], one["about"], one["state"]) for one in told["items"]] == [
        ("suggestion", "Wat doe je eerst?", "open"),
        ("flag", "Hoe heet oplichting per mail?", "open"),
    ]
    assert (told["unseen"], told["curates"], told["next"]) == (0, False, None)


def test_nobody_reads_what_another_handed_in(
    town: Town, phone: Phone, cards: dict[str, Card]
) -> None:
    phone.post(f"/cards/{cards['typed'].id}/flags", {"reason": "wrong"})
    for person in (town.daan, town.marit, town.viktor):
        assert town.phone(person).get("/me/contributions")["items"] == []


def test_marking_as_seen_without_anything_handed_in_does_no_harm(phone: Phone) -> None:
    assert phone.ask("POST", "/me/contributions/seen").status_code == 204


@pytest.mark.parametrize(
    ("what", "body", "where"),
    [
        ("flags", {}, "reason"),
        ("flags", {"reason": "ugly"}, "reason"),
        ("flags", {"reason": "wrong", "note": "x" * 2001}, "note"),
        ("flags", {"reason": "wrong", "note": "\x00"}, "note"),
        ("flags", {"reason": "wrong", "id": "1"}, "id"),
        ("suggestions", {}, "note"),
        ("suggestions", {"note": ""}, "note"),
        ("suggestions", {"prompt": ""}, "prompt"),
        ("suggestions", {"reason": "wrong"}, "note"),
        ("suggestions", {"reason": "ugly", "note": "x"}, "reason"),
        ("suggestions", {"reason": None, "note": "x"}, "reason"),
        ("suggestions", {"answer": "x" * 2001}, "answer"),
        ("suggestions", {"kind": "choice", "note": "x"}, "kind"),
        ("suggestions", {"note": "x", "named": "misschien"}, "named"),
    ],
)
def test_what_says_nothing_is_refused(
    phone: Phone, cards: dict[str, Card], what: str, body: dict[str, Any], where: str
) -> None:
    response = phone.ask("POST", f"/cards/{cards['typed'].id}/{what}", json=body)
    assert places(refused(response, 422)) == [where]


@pytest.mark.parametrize("missing", ["prompt", "answer", "card_set_id"])
def test_a_proposed_card_needs_a_question_an_answer_and_a_set(phone: Phone, missing: str) -> None:
    body = {name: value for name, value in {**A_CARD, "card_set_id": 1}.items() if name != missing}
    assert places(refused(phone.ask("POST", "/proposals", json=body), 422)) == [missing]


def test_only_cards_and_sets_of_ones_own_campaigns_can_be_cared_for(
    town: Town, cards: dict[str, Card], card_set_id: int
) -> None:
    path = f"/cards/{cards['typed'].id}"
    for address, body in (
        (f"{path}/flags", {"reason": "wrong"}),
        (f"{path}/suggestions", {"note": "x"}),
        ("/proposals", {**A_CARD, "card_set_id": card_set_id}),
    ):
        for person in (town.noor, town.viktor):
            refused(town.phone(person).ask("POST", address, json=body), 404)
    assert town.firm.db.query(Contribution).count() == 0
