from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from server.people.devices import MOST
from server.store import scope
from server.store.devices import Device
from server.store.people import Person
from tests.server.practice.desk import review_id
from tests.support.phone import Phone, places, refused
from tests.support.town import Town

SUBSCRIPTION = {
    "endpoint": "https://push.example/abc", "expirationTime": None,
    "keys": {"p256dh": "BKey", "auth": "secret"},
}  # fmt: skip


def put(phone: Phone, name: str, **body: Any) -> None:
    response = phone.ask("PUT", f"/devices/{review_id(name)}", json=body)
    assert (response.status_code, response.get_data()) == (204, b""), response.json


def owners(town: Town) -> dict[str, int]:
    """Whose each address is, at all firms."""
    db = town.firm.db
    with scope.across_organisations(db):
        rows = db.query(Device).populate_existing().all()
    return {str(row.address.get("token") or row.address["endpoint"]): row.person_id for row in rows}


def test_what_a_browser_and_an_app_need_is_kept(town: Town) -> None:
    phone = town.phone(town.fatima)
    put(phone, "app", channel="fcm", token="abc")
    put(phone, "browser", channel="web_push", subscription=SUBSCRIPTION)
    rows = {row.channel: row.address for row in town.firm.db.query(Device)}
    assert rows == {
        "fcm": {"token": "abc"},
        "web_push": {name: SUBSCRIPTION[name] for name in ("endpoint", "keys")},
    }
    assert phone.get("/push") == {"vapid_public_key": "BPub", "fcm": None}


def test_the_same_device_again_has_its_newest_address(town: Town) -> None:
    phone = town.phone(town.fatima)
    for token in ("old", "new", "new"):
        put(phone, "app", channel="fcm", token=token)
    assert owners(town) == {"new": town.fatima.id}


def test_of_very_many_the_latest_stay(town: Town) -> None:
    phone = town.phone(town.fatima)
    for number in range(MOST + 2):
        put(phone, f"browser {number}", channel="fcm", token=f"token-{number}")
        town.world.clock.tick(seconds=1)
    assert set(owners(town)) == {f"token-{number}" for number in range(2, MOST + 2)}


def test_a_phone_that_changes_hands_goes_along(town: Town) -> None:
    def hand(person: Person, name: str) -> dict[str, int]:
        put(town.phone(person), name, channel="fcm", token="the phone")
        return owners(town)

    assert hand(town.fatima, "before") == {"the phone": town.fatima.id}
    assert hand(town.noor, "after") == {"the phone": town.noor.id}
    assert hand(town.viktor, "after") == {"the phone": town.viktor.id}


def test_a_device_that_says_goodbye_is_gone_and_nobody_elses(town: Town) -> None:
    fatima, noor = town.phone(town.fatima), town.phone(town.noor)
    put(fatima, "hers", channel="fcm", token="hers")
    put(noor, "noors", channel="fcm", token="noors")
    for name in ("hers", "hers", "noors", "never"):
        assert fatima.ask("DELETE", f"/devices/{review_id(name)}").status_code == 204
    assert owners(town) == {"noors": town.noor.id}


@pytest.mark.parametrize(
    ("body", "where"),
    [
        ({}, "channel"),
        ({"channel": "pigeon"}, "channel"),
        ({"channel": "mail"}, "channel"),
        ({"channel": "fcm"}, "token"),
        ({"channel": "fcm", "token": ""}, "token"),
        ({"channel": "fcm", "token": "\x00"}, "token"),
        ({"channel": "fcm", "token": 7}, "token"),
        ({"channel": "fcm", "token": "x" * 4097}, "token"),
        ({"channel": "web_push", "token": "x"}, "subscription"),
        ({"channel": "teams", "token": "x"}, "url"),
        ({"channel": "slack", "url": "x" * 2001}, "url"),
        ({"channel": "slack", "url": "https://nowhere.example"}, "url"),
        ({"channel": "teams", "url": "https://nowhere.example"}, "url"),
        ({"channel": "web_push", "subscription": []}, "subscription"),
        ({"channel": "web_push", "subscription": {**SUBSCRIPTION, "endpoint": 7}},
         "subscription.endpoint"),
        ({"channel": "web_push", "subscription": {"endpoint": "https://x"}}, "subscription.keys"),
        ({"channel": "web_push", "subscription": {"endpoint": "x", "keys": {"auth": "x"}}},
         "subscription.keys.p256dh"),
    ],
)  # fmt: skip
def test_an_address_that_cannot_be_is_refused(town: Town, body: dict[str, Any], where: str) -> None:
    response = town.phone(town.fatima).ask("PUT", f"/devices/{review_id('x')}", json=body)
    assert places(refused(response, 422)) == [where]
    assert owners(town) == {}


def test_a_webhook_of_ones_own_is_kept_and_used_from_now_on(town: Town) -> None:
    phone = town.phone(town.fatima)
    town.fatima.channels = ["mail"]
    put(phone, "teams", channel="teams", url="https://a.logic.azure.com/x")
    [row] = town.firm.db.query(Device)
    assert (row.channel, row.address) == ("teams", {"url": "https://a.logic.azure.com/x"})
    assert phone.get("/me")["channels"] == ["mail", "teams"]


def test_what_this_server_sends_nothing_through_is_not_promised(town: Town) -> None:
    town.app.extensions["beklijf_things"] = replace(town.world.things, push={})
    body = {"channel": "fcm", "token": "abc"}
    response = town.phone(town.fatima).ask("PUT", f"/devices/{review_id('x')}", json=body)
    assert places(refused(response, 422)) == ["token"]
