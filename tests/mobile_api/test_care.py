from __future__ import annotations

from typing import Any

import pytest

from server.store.card_sets import Card
from server.store.care import CardFlag, Suggestion
from tests.server.firm import NOW
from tests.support.phone import Phone, places, refused
from tests.support.town import Town


def test_a_flag_reaches_who_looks_after_the_card(
    town: Town, phone: Phone, cards: dict[str, Card]
) -> None:
    path = f"/cards/{cards['typed'].id}/flags"
    response = phone.ask("POST", path, json={"reason": "outdated", "note": "Heet nu anders"})
    row = town.firm.db.query(CardFlag).one()
    assert (response.status_code, response.json) == (201, {"id": row.id})
    assert (row.card_id, row.person_id) == (cards["typed"].id, town.fatima.id)
    assert (row.reason, row.note, row.created_at) == ("outdated", "Heet nu anders", NOW)


def test_a_better_text_is_kept_as_proposed(
    town: Town, phone: Phone, cards: dict[str, Card]
) -> None:
    body = {"prompt": "Hoe heet dit?", "explanation": "Zo.", "note": "Korter"}
    response = phone.ask("POST", f"/cards/{cards['typed'].id}/suggestions", json=body)
    row = town.firm.db.query(Suggestion).one()
    assert (response.status_code, response.json) == (201, {"id": row.id})
    assert row.proposal == {"prompt": "Hoe heet dit?", "explanation": "Zo."}
    assert row.note == "Korter"


@pytest.mark.parametrize(
    ("what", "body", "where"),
    [
        ("flags", {}, "reason"),
        ("flags", {"reason": "ugly"}, "reason"),
        ("flags", {"reason": "wrong", "note": "x" * 2001}, "note"),
        ("flags", {"reason": "wrong", "note": "\x00"}, "note"),
        ("suggestions", {}, "note"),
        ("suggestions", {"note": ""}, "note"),
        ("suggestions", {"prompt": ""}, "prompt"),
        ("suggestions", {"answer": "x" * 2001}, "answer"),
        ("suggestions", {"kind": "choice", "note": "x"}, "kind"),
    ],
)
def test_what_says_nothing_is_refused(
    phone: Phone, cards: dict[str, Card], what: str, body: dict[str, Any], where: str
) -> None:
    response = phone.ask("POST", f"/cards/{cards['typed'].id}/{what}", json=body)
    assert places(refused(response, 422)) == [where]


def test_only_cards_of_ones_own_campaigns_can_be_cared_for(
    town: Town, cards: dict[str, Card]
) -> None:
    for what, body in (("flags", {"reason": "wrong"}), ("suggestions", {"note": "x"})):
        for person in (town.noor, town.viktor):
            path = f"/cards/{cards['typed'].id}/{what}"
            refused(town.phone(person).ask("POST", path, json=body), 404)
    assert town.firm.db.query(CardFlag).count() == 0
