"""A session that still holds is sent again without being planned anew; one that does not, is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from sqlalchemy import event

from server.store.card_sets import Card, CardSet
from server.store.database import db
from tests.mobile_api.uploads import review, send
from tests.server.practice.desk import review_id
from tests.support import sets
from tests.support.phone import Phone
from tests.support.town import Town


@pytest.fixture
def card_set(town: Town) -> CardSet:
    return town.firm.card_set()


@pytest.fixture
def cards(town: Town, card_set: CardSet) -> dict[str, Card]:
    made = sets.every_kind(town.firm, card_set)
    sets.release(town.firm, card_set)
    sets.campaign(town.firm, card_set, people=(town.fatima,))
    return made


@pytest.fixture
def phone(town: Town, cards: dict[str, Card]) -> Phone:
    assert cards
    return town.phone(town.fatima)


@pytest.fixture
def statements(town: Town) -> Iterator[list[str]]:
    """What reaches the database."""
    reached: list[str] = []

    def note(_c: object, _cur: object, statement: str, *_rest: object) -> None:
        if not statement.startswith(("BEGIN", "SET")):
            reached.append(statement)

    with town.app.app_context():
        engine = db.engine
    event.listen(engine, "before_cursor_execute", note)
    yield reached
    event.remove(engine, "before_cursor_execute", note)


def test_a_second_look_gives_the_same_in_two_statements(
    town: Town, phone: Phone, statements: list[str]
) -> None:
    first = phone.get("/session")
    town.settle()
    statements.clear()
    assert phone.get("/session") == first
    assert len(statements) == 2


def test_another_phone_of_hers_is_sent_the_same(town: Town, phone: Phone) -> None:
    assert town.phone(town.fatima).get("/session") == phone.get("/session")


def test_nobody_is_sent_the_session_of_another(town: Town, phone: Phone) -> None:
    assert phone.get("/session")["cards"]
    assert town.phone(town.daan).get("/session")["cards"] == []
    assert town.phone(town.viktor).get("/session")["cards"] == []


Happening = Callable[[Town, Phone, dict[str, Card], CardSet], Any]


def _release(town: Town, _phone: Phone, cards: dict[str, Card], card_set: CardSet) -> None:
    cards["recall"].face = {**cards["recall"].face, "prompt": "Anders gevraagd?"}
    sets.release(town.firm, card_set)


def _enrol(town: Town, _phone: Phone, _cards: dict[str, Card], _card_set: CardSet) -> None:
    other = town.firm.card_set("Een tweede set")
    sets.recalls(town.firm, other, 2)
    sets.release(town.firm, other)
    sets.campaign(town.firm, other, people=(town.fatima,))


def _answer(_town: Town, phone: Phone, cards: dict[str, Card], _card_set: CardSet) -> None:
    send(phone, review("a", cards["recall"]))


OFF = ["none"] * 7


def _holiday(town: Town, _phone: Phone, _cards: dict[str, Card], _card_set: CardSet) -> None:
    town.firm.organisation.day_loads = OFF


def _pause(phone: Phone) -> None:
    away = {"kind": "leave", "from": "2026-11-18", "until": "2026-11-18"}
    assert phone.ask("POST", "/me/pauses", json=away).status_code == 201


HAPPENINGS: dict[str, Happening] = {
    "an answer": _answer,
    "a release": _release,
    "another campaign": _enrol,
    "a smaller budget": lambda _t, phone, _c, _s: phone.patch("/me", {"cards_per_day": 1}),
    "other working days": lambda _t, phone, _c, _s: phone.patch("/me", {"day_loads": OFF}),
    "holidays": _holiday,
    "a pause": lambda _t, phone, _c, _s: _pause(phone),
    "another time zone": lambda _t, phone, _c, _s: phone.patch("/me", {"time_zone": "Asia/Tokyo"}),
    "the next day": lambda town, _p, _c, _s: town.world.clock.tick(days=1),
}


@pytest.mark.parametrize("name", HAPPENINGS)
def test_after_it_the_session_is_another(
    name: str, town: Town, phone: Phone, cards: dict[str, Card], card_set: CardSet
) -> None:
    before = phone.get("/session")
    HAPPENINGS[name](town, phone, cards, card_set)
    fresh = town.phone(town.fatima) if name == "the next day" else phone
    assert fresh.get("/session") != before


def test_an_answer_taken_back_gives_the_session_of_before(
    phone: Phone, cards: dict[str, Card]
) -> None:
    before = phone.get("/session")
    send(phone, review("a", cards["recall"]))
    assert phone.get("/session")["answered_today"] == 1
    assert phone.ask("POST", f"/reviews/{review_id('a')}/take-back").status_code == 200
    after = phone.get("/session")
    assert (after["cards"], after["answered_today"]) == (before["cards"], 0)
