"""Viktor, admin of another firm, knows every id of this one."""

from __future__ import annotations

from tests.server.console_api.uploads import campaign_of, released_set, upload
from tests.support.phone import refused
from tests.support.town import Town


def test_what_belongs_to_others_is_not_there(town: Town) -> None:
    daan = town.phone(town.daan)
    card_set_id = released_set(daan)
    card_id = daan.get(f"/card-sets/{card_set_id}/cards")["items"][0]["id"]
    campaign_id = daan.post("/campaigns", campaign_of(card_set_id))["id"]
    viktor = town.phone(town.viktor)
    one, campaign = f"/card-sets/{card_set_id}", f"/campaigns/{campaign_id}"
    for path in (one, f"{one}/cards", f"{one}/releases", f"{one}/export", campaign,
                 f"{campaign}/enrolments"):  # fmt: skip
        refused(viktor.ask("GET", path), 404)
    refused(viktor.ask("PATCH", one, json={"title": "Van mij"}), 404)
    refused(viktor.ask("POST", f"{one}/releases", json={}), 404)
    refused(viktor.ask("DELETE", f"{one}/cards/{card_id}"), 404)
    refused(viktor.ask("POST", f"{one}/cards/{card_id}/restore"), 404)
    refused(upload(viktor, card_set_id), 404)
    people = {"people": [{"email": "viktor@elders.example"}]}
    refused(viktor.ask("POST", f"{campaign}/enrolments", json=people), 404)
    assert viktor.get("/card-sets")["items"] == viktor.get("/campaigns")["items"] == []


def test_ids_of_others_in_a_body_are_not_there_either(town: Town) -> None:
    card_set_id = released_set(town.phone(town.daan))
    team_id = town.marit.team_id
    viktor = town.phone(town.viktor)
    refused(viktor.ask("POST", "/campaigns", json=campaign_of(card_set_id)), 404)
    refused(viktor.ask("PATCH", f"/people/{town.fatima.id}", json={"active": False}), 404)
    refused(viktor.ask("PATCH", f"/people/{town.viktor.id}", json={"team_id": team_id}), 404)
    sam = {"email": "sam@elders.example", "name": "Sam", "role": "learner", "team_id": team_id}
    refused(viktor.ask("POST", "/people", json=sam), 404)


def test_an_id_beyond_any_row_is_not_there(town: Town) -> None:
    noor = town.phone(town.noor)
    for path in ("/card-sets", "/campaigns"):
        refused(noor.ask("GET", f"{path}/{10**30}"), 404)
