from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from server.people import passwords
from server.store.sign_ins import SignIn
from tests.server.firm import Firm
from tests.support.phone import Phone, ok, refused
from tests.support.town import PASSWORD, Town

HOUR = timedelta(hours=1)


def sign_in(town: Town, email: str = "fatima@molenwerk.example", password: str = PASSWORD) -> Any:
    body = {"email": email, "password": password}
    return ok(town.stranger().ask("POST", "/sign-in", json=body))


def refresh(town: Town, token: str) -> Any:
    return ok(town.stranger().ask("POST", "/sign-in/refresh", json={"refresh_token": token}))


def as_signed_in(town: Town, tokens: Any) -> Phone:
    return Phone(town.app, town.settle, tokens["access_token"])


def test_address_and_password_open_the_door(town: Town) -> None:
    tokens = sign_in(town)
    assert tokens["expires_in"] == 3600
    assert tokens["person"]["name"] == "Fatima"
    assert as_signed_in(town, tokens).get("/me") == tokens["person"]


def test_letter_case_and_spaces_of_an_address_do_not_count(town: Town) -> None:
    assert sign_in(town, " Fatima@Molenwerk.Example ")["person"]["name"] == "Fatima"


@pytest.mark.parametrize(
    ("email", "password"),
    [
        ("fatima@molenwerk.example", "een ander wachtwoord"),
        ("fatima@molenwerk.example", PASSWORD + " "),
        ("nobody@molenwerk.example", PASSWORD),
        ("daan@molenwerk.example", PASSWORD),  # was invited, chose no password yet
        ("%@molenwerk.example", PASSWORD),
    ],
)
def test_anything_else_does_not_and_all_look_the_same(
    town: Town, email: str, password: str
) -> None:
    response = town.stranger().ask("POST", "/sign-in", json={"email": email, "password": password})
    assert refused(response, 401)["type"] == "urn:beklijf:problem:wrong-password"


def test_who_left_the_firm_is_out_at_once(town: Town) -> None:
    tokens = sign_in(town)
    town.fatima.active = False
    refused(as_signed_in(town, tokens).ask("GET", "/me"), 401)
    again = {"refresh_token": tokens["refresh_token"]}
    refused(town.stranger().ask("POST", "/sign-in/refresh", json=again), 401)
    body = {"email": town.fatima.email, "password": PASSWORD}
    refused(town.stranger().ask("POST", "/sign-in", json=body), 401)


def test_an_access_token_works_for_an_hour(town: Town) -> None:
    phone = as_signed_in(town, sign_in(town))
    town.world.clock.set(town.world.clock.now() + HOUR - timedelta(seconds=1))
    phone.get("/me")
    town.world.clock.tick(seconds=1)
    refused(phone.ask("GET", "/me"), 401)


def test_a_refresh_token_works_for_sixty_days_from_its_last_use(town: Town) -> None:
    tokens = sign_in(town)
    for _ in range(3):
        town.world.clock.tick(days=59)
        tokens = refresh(town, tokens["refresh_token"])
    as_signed_in(town, tokens).get("/me")
    town.world.clock.tick(days=60)
    body = {"refresh_token": tokens["refresh_token"]}
    refused(town.stranger().ask("POST", "/sign-in/refresh", json=body), 401)


def test_refreshing_ends_the_tokens_before(town: Town) -> None:
    old = sign_in(town)
    new = refresh(town, old["refresh_token"])
    refused(as_signed_in(town, old).ask("GET", "/me"), 401)
    assert as_signed_in(town, new).get("/me")["name"] == "Fatima"


def test_a_phone_that_never_saw_its_new_tokens_may_ask_again_for_a_minute(town: Town) -> None:
    old = sign_in(town)
    lost = refresh(town, old["refresh_token"])
    town.world.clock.tick(seconds=59)
    second = refresh(town, old["refresh_token"])
    as_signed_in(town, second).get("/me")
    # The pair that was thought lost turns up after all: its minute runs from the second one.
    town.world.clock.tick(seconds=59)
    third = refresh(town, lost["refresh_token"])
    town.world.clock.tick(seconds=60)
    for spent in (old, lost, second):
        body = {"refresh_token": spent["refresh_token"]}
        refused(town.stranger().ask("POST", "/sign-in/refresh", json=body), 401)
    as_signed_in(town, third).get("/me")


def test_an_access_token_does_not_refresh_and_a_refresh_token_does_not_enter(town: Town) -> None:
    tokens = sign_in(town)
    body = {"refresh_token": tokens["access_token"]}
    refused(town.stranger().ask("POST", "/sign-in/refresh", json=body), 401)
    swapped = {"access_token": tokens["refresh_token"]}
    refused(as_signed_in(town, swapped).ask("GET", "/me"), 401)


def test_signing_out_ends_this_sign_in_and_no_other(town: Town) -> None:
    here, there = sign_in(town), sign_in(town)
    assert as_signed_in(town, here).ask("DELETE", "/sign-in").status_code == 204
    refused(as_signed_in(town, here).ask("GET", "/me"), 401)
    body = {"refresh_token": here["refresh_token"]}
    refused(town.stranger().ask("POST", "/sign-in/refresh", json=body), 401)
    as_signed_in(town, there).get("/me")


def test_no_token_stands_in_the_database(town: Town) -> None:
    tokens = refresh(town, sign_in(town)["refresh_token"])
    row = town.firm.db.query(SignIn).one()
    kept = (row.access_hash, row.refresh_hash, row.refresh_hash_before)
    assert not {tokens["access_token"], tokens["refresh_token"]} & set(kept)


def test_an_address_at_two_firms_leads_to_the_one_whose_password_fits(town: Town) -> None:
    twin(town.elsewhere, town.fatima.email, "een heel ander wachtwoord")
    assert sign_in(town)["person"]["organisation"]["slug"] == "molenwerk"
    theirs = sign_in(town, password="een heel ander wachtwoord")
    assert theirs["person"]["organisation"]["slug"] == "elders"
    assert as_signed_in(town, theirs).get("/session")["cards"] == []


def twin(firm: Firm, email: str, password: str) -> None:
    """Somebody with that address at the other firm too."""
    firm.person("Tweede", email=email, password_hash=passwords.hashed(password),
                organisation=firm.organisation)  # fmt: skip


def test_after_many_wrong_passwords_even_the_right_one_has_to_wait(town: Town) -> None:
    def attempt(email: str, password: str) -> int:
        body = {"email": email, "password": password}
        return town.stranger().ask("POST", "/sign-in", json=body).status_code

    unknown = "ghost@molenwerk.example"
    assert [attempt(unknown, "mis") for _ in range(20)] == [401] * 20
    response = town.stranger().ask("POST", "/sign-in", json={"email": unknown, "password": "mis"})
    problem = refused(response, 429)
    assert problem["type"] == "urn:beklijf:problem:too-many"
    assert 0 < int(response.headers["Retry-After"]) <= 60
    assert attempt(unknown.upper(), "mis") == 429
    assert attempt(town.fatima.email, PASSWORD) == 200  # others at the same address may enter


def test_right_passwords_are_not_counted(town: Town) -> None:
    for _ in range(25):
        sign_in(town)


@pytest.mark.parametrize("path", ["/sign-in", "/sign-in/refresh", "/sign-in/forgotten"])
def test_hostile_bodies_are_refused_before_signing_in(town: Town, path: str) -> None:
    half = '{"email": "\\ud800@x.nl", "password": "\\ud800", "refresh_token": "\\ud800"}'
    nothing = '{"email": "\\u0000", "password": "x", "refresh_token": "\\u0000"}'
    for body in ("[" * 100_000, "7", "[]", '{"email": 1}', "\xff", nothing, half):
        response = town.stranger().ask("POST", path, data=body, content_type="application/json")
        assert response.status_code in {400, 422}, body[:40]
