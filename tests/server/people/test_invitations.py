from __future__ import annotations

from typing import Any

import pytest
from werkzeug.test import TestResponse

from server.people import invitations
from server.store.letters import OutgoingLetter
from server.store.people import Person
from tests.support.phone import ok, places, refused
from tests.support.town import PASSWORD, Town

CHOSEN = "een lang nieuw wachtwoord"


@pytest.fixture
def sam(town: Town) -> Person:
    """Somebody new, without a password."""
    return town.firm.person("Sam", organisation=town.firm.organisation)


def invited(town: Town, person: Person) -> str:
    """The token in the link of a new invitation."""
    links = invitations.invite(town.firm.db, [person], town.world.things, "https://x.example")
    return token_in(links[person.id])


def token_in(link: str) -> str:
    place, _, token = link.partition("/app/#/welcome?token=")
    assert place.startswith("http")
    return token


def accept(town: Town, token: str, **more: Any) -> TestResponse:
    body = {"token": token, "password": CHOSEN, **more}
    return town.stranger().ask("POST", "/invitations/accept", json=body)


def enter(town: Town, person: Person, password: str) -> TestResponse:
    body = {"email": person.email, "password": password}
    return town.stranger().ask("POST", "/sign-in", json=body)


def letters(town: Town) -> list[OutgoingLetter]:
    return town.firm.db.query(OutgoingLetter).order_by(OutgoingLetter.id).all()


def test_an_invitation_lets_in_and_keeps_what_was_chosen(town: Town, sam: Person) -> None:
    tokens = ok(
        accept(town, invited(town, sam), name="Sam Smit", language="en", time_zone="Asia/Tokyo")
    )
    person = tokens["person"]
    assert (person["name"], person["language"]) == ("Sam Smit", "en")
    assert person["time_zone"] == "Asia/Tokyo"
    assert ok(enter(town, sam, CHOSEN))["person"] == person


def test_the_link_goes_out_by_mail_after_the_commit(town: Town, sam: Person) -> None:
    token = invited(town, sam)
    [letter] = letters(town)
    assert (letter.kind, letter.person_id) == ("invitation", sam.id)
    assert token_in(letter.values["link"]) == token
    town.firm.db.rollback()
    assert letters(town) == []


def test_a_link_works_once(town: Town, sam: Person) -> None:
    token = invited(town, sam)
    ok(accept(town, token))
    problem = refused(accept(town, token, password="nog een ander wachtwoord"), 404)
    assert problem["type"] == "urn:beklijf:problem:invitation-over"
    ok(enter(town, sam, CHOSEN))


@pytest.mark.parametrize(("days", "status"), [(29, 200), (30, 404)])
def test_a_link_works_for_thirty_days(town: Town, sam: Person, days: int, status: int) -> None:
    token = invited(town, sam)
    town.world.clock.tick(days=days)
    assert accept(town, token).status_code == status


def test_a_link_of_nobody_or_of_who_left_does_not_work(town: Town, sam: Person) -> None:
    refused(accept(town, "made up"), 404)
    token = invited(town, sam)
    sam.active = False
    refused(accept(town, token), 404)


@pytest.mark.parametrize(
    ("field", "value"),
    [("password", "kort"), ("password", " " * 12), ("password", "x" * 201), ("password", None),
     ("name", "  "), ("language", "fr"), ("time_zone", "Mars/Olympus"), ("role", "admin")],
)  # fmt: skip
def test_what_cannot_be_chosen_spends_no_link(
    town: Town, sam: Person, field: str, value: object
) -> None:
    token = invited(town, sam)
    assert places(refused(accept(town, token, **{field: value}), 422)) == [field]
    ok(accept(town, token))


def test_who_forgot_gets_a_link_that_works_for_two_hours(town: Town) -> None:
    forget(town, "Fatima@molenwerk.example")
    [letter] = letters(town)
    assert (letter.kind, letter.person_id) == ("forgotten", town.fatima.id)
    town.world.clock.tick(minutes=119)
    ok(accept(town, token_in(letter.values["link"])))
    ok(enter(town, town.fatima, CHOSEN))
    refused(enter(town, town.fatima, PASSWORD), 401)

    forget(town, town.fatima.email)
    town.world.clock.tick(hours=2)
    refused(accept(town, token_in(letters(town)[-1].values["link"])), 404)


def forget(town: Town, email: str) -> TestResponse:
    response = town.stranger().ask("POST", "/sign-in/forgotten", json={"email": email})
    assert (response.status_code, response.json) == (202, None)
    return response


def test_forgetting_tells_nobody_whether_there_is_an_account(town: Town) -> None:
    town.fatima.active = False
    forget(town, town.fatima.email)
    forget(town, "nobody@molenwerk.example")
    assert letters(town) == []


def test_an_address_at_two_firms_gets_a_link_from_each(town: Town) -> None:
    town.elsewhere.person("Tweede", email=town.fatima.email)
    forget(town, town.fatima.email)
    assert len(letters(town)) == 1
    town.settle()
    assert town.elsewhere.db.query(OutgoingLetter).count() == 1


def test_a_new_password_ends_every_other_sign_in_and_link(town: Town) -> None:
    phone = town.phone(town.fatima)
    first, second = invited(town, town.fatima), invited(town, town.fatima)
    tokens = ok(accept(town, first))
    refused(phone.ask("GET", "/me"), 401)
    refused(accept(town, second), 404)
    again = {"refresh_token": tokens["refresh_token"]}
    ok(town.stranger().ask("POST", "/sign-in/refresh", json=again))


def test_mails_cannot_be_asked_for_without_end(town: Town) -> None:
    for _ in range(10):
        forget(town, town.fatima.email)
    body = {"email": town.fatima.email}
    refused(town.stranger().ask("POST", "/sign-in/forgotten", json=body), 429)
