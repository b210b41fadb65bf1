"""Requests that come together, and requests that break off in the middle."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from server.people import invitations
from server.practice.rebuild import differences
from server.store import card_memory, reviews
from server.store.card_sets import Card
from server.store.database import db
from server.store.reviews import Review, TakeBack
from tests.mobile_api.uploads import review, send
from tests.server.firm import NOW
from tests.server.practice.desk import review_id
from tests.support.phone import Phone, ok, refused
from tests.support.town import Town


def at_once(*calls: Callable[[], Any]) -> list[Any]:
    """What each gives, all begun at the same moment."""
    start = threading.Barrier(len(calls))
    results: list[Any] = [None] * len(calls)

    def run(place: int, call: Callable[[], Any]) -> None:
        start.wait()
        results[place] = call()

    threads = [threading.Thread(target=run, args=one) for one in enumerate(calls)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return results


def same(town: Town) -> None:
    """What is stored is what the log gives."""
    assert list(differences(town.firm.db, town.firm.organisation.id)) == []
    town.settle()


def test_two_uploads_at_once_lose_nothing(town: Town, phone: Phone, cards: dict[str, Card]) -> None:
    def uploads(name: str, phone: Phone) -> Callable[[], object]:
        def batch(number: int) -> list[Any]:
            at = NOW - timedelta(minutes=7 * number)
            return [
                review((name, number, kind), card, at, rating=1 + place % 4)
                for place, (kind, card) in enumerate(cards.items())
            ]

        return lambda: [send(phone, *batch(number)) for number in range(6)]

    other = town.phone(town.fatima)
    town.settle()
    at_once(uploads("a", phone), uploads("b", other))
    assert reviews.count(town.firm.db) == 2 * 6 * len(cards)
    same(town)


def test_the_same_upload_twice_at_once_is_recorded_once(
    town: Town, phone: Phone, cards: dict[str, Card]
) -> None:
    items = [review(kind, card) for kind, card in cards.items()]
    other = town.phone(town.fatima)
    town.settle()
    results = at_once(*(lambda who=who: send(who, *items) for who in (phone, other)))
    statuses = [Counter(one["status"] for one in result) for result in results]
    assert sorted(statuses, key=str) == [{"duplicate": len(cards)}, {"recorded": len(cards)}]
    assert reviews.count(town.firm.db) == len(cards)
    same(town)


def test_answering_and_taking_back_at_once_agree(
    town: Town, phone: Phone, cards: dict[str, Card]
) -> None:
    card = cards["recall"]
    for number in range(6):
        send(phone, review(number, card, NOW - timedelta(hours=6 - number)))
    later = [review(("more", n), card, NOW - timedelta(minutes=n)) for n in range(6)]
    paths = [f"/reviews/{review_id(number)}/take-back" for number in range(6)]
    other = town.phone(town.fatima)
    town.settle()
    at_once(
        lambda: [send(phone, one) for one in later],
        lambda: [other.post(path, {}) for path in paths + paths],
    )
    assert town.firm.db.query(TakeBack).count() == 6
    same(town)


def test_a_link_that_two_use_at_once_lets_one_in(town: Town) -> None:
    links = invitations.invite(town.firm.db, [town.fatima], town.world.things, "")
    token = links[town.fatima.id].partition("token=")[2]
    town.settle()

    def accept(password: str) -> int:
        body = {"token": token, "password": password}
        return town.stranger().ask("POST", "/invitations/accept", json=body).status_code

    statuses = at_once(lambda: accept("wachtwoord nummer 1"), lambda: accept("wachtwoord nummer 2"))
    assert sorted(statuses) == [200, 404]


@pytest.mark.parametrize("kept", [0, 1])
def test_two_refreshes_at_once_leave_a_way_on_whichever_is_kept(town: Town, kept: int) -> None:
    town.phone(town.fatima)
    spent = {"refresh_token": town.world.dice.latest}

    def refresh() -> Any:
        return ok(town.stranger().ask("POST", "/sign-in/refresh", json=spent))

    made = at_once(refresh, refresh)[kept]
    body = {"refresh_token": made["refresh_token"]}
    ok(town.stranger().ask("POST", "/sign-in/refresh", json=body))


@pytest.mark.parametrize("second", ["fatima", "daan"])
def test_two_tabs_that_register_one_browser_at_once_both_succeed(town: Town, second: str) -> None:
    tabs = [town.phone(town.fatima), town.phone(getattr(town, second))]
    town.settle()

    def register(tab: Phone) -> set[int]:
        paths = [f"/devices/{review_id(number)}" for number in range(12)]
        bodies = [{"channel": "fcm", "token": path} for path in paths]
        return {
            tab.ask("PUT", path, json=body).status_code
            for path, body in zip(paths, bodies, strict=True)
        }

    assert at_once(*(lambda tab=tab: register(tab) for tab in tabs)) == [{204}, {204}]


BREAKS = [(reviews, "append"), (card_memory, "add"), (card_memory, "add_first_answers")]


@pytest.mark.parametrize("where", BREAKS)
def test_an_upload_that_breaks_off_leaves_nothing_and_can_be_sent_again(
    town: Town,
    phone: Phone,
    cards: dict[str, Card],
    monkeypatch: pytest.MonkeyPatch,
    where: tuple[Any, str],
) -> None:
    place, name = where
    items = [review(kind, card) for kind, card in cards.items()]
    real = getattr(place, name)

    def break_off(*args: Any) -> None:
        real(*args)
        raise RuntimeError("the power went")

    with monkeypatch.context() as patch:
        patch.setattr(place, name, break_off)
        refused(phone.ask("POST", "/reviews", json={"reviews": items}), 500)
    assert town.firm.db.query(Review).count() == 0
    assert {one["status"] for one in send(phone, *items)} == {"recorded"}
    same(town)


def test_an_answer_that_is_lost_on_the_way_back_is_a_duplicate_next_time(
    town: Town, phone: Phone, cards: dict[str, Card], monkeypatch: pytest.MonkeyPatch
) -> None:
    item = review("a", cards["recall"])
    real = type(db.session).commit

    def commit_and_die(self: Any) -> None:
        real(self)
        raise RuntimeError("killed after the commit")

    with monkeypatch.context() as patch:
        patch.setattr(type(db.session), "commit", commit_and_die)
        refused(phone.ask("POST", "/reviews", json={"reviews": [item]}), 500)
    [result] = send(phone, item)
    assert (result["status"], result["rating"]) == ("duplicate", 3)
    assert reviews.count(town.firm.db) == 1
