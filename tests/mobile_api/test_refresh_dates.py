"""Fatima wants a topic fresh before a day of her own."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from server.practice.rebuild import differences
from server.store.card_sets import Card
from server.store.refresh_dates import RefreshDate
from tests.mobile_api.uploads import review, send
from tests.server.firm import NOW, TODAY
from tests.support import sets
from tests.support.faces import face
from tests.support.phone import Phone, ok, places, refused
from tests.support.town import Town

PATH = "/me/refresh-dates"
DAY = timedelta(days=1)
TOPICS = pytest.mark.usefixtures("topics")


@pytest.fixture
def topics(town: Town) -> dict[str, Card]:
    """A card of each of two topics in a campaign of Fatima's that holds as little as it can."""
    card_set = town.firm.card_set()
    made = {
        topic: sets.card(town.firm, card_set, face("recall", topic, answer="Ja"), topic=topic)
        for topic in ("Brand", "Phishing herkennen")
    }
    sets.release(town.firm, card_set)
    sets.campaign(town.firm, card_set, people=(town.fatima,), recall=0.7)
    return made


def choose(phone: Phone, before: int, topic: str = "Phishing herkennen") -> Any:
    body = {"topic": topic, "before": str(TODAY + before * DAY)}
    return ok(phone.ask("PUT", PATH, json=body))


def told(answer: Any) -> list[tuple[str, str]]:
    return [(one["topic"], one["before"]) for one in answer["items"]]


def asked(phone: Phone) -> list[str]:
    return [card["topic"] for card in phone.get("/session")["cards"]]


def test_before_anything_is_chosen_the_topics_are_told(
    phone: Phone, topics: dict[str, Card]
) -> None:
    assert phone.get(PATH) == {"items": [], "topics": sorted(topics)}


@TOPICS
def test_a_date_is_kept_moved_and_taken_away(phone: Phone) -> None:
    choose(phone, 30)
    choose(phone, 10, "Brand")
    moved = choose(phone, 20)
    phishing = ("Phishing herkennen", str(TODAY + 20 * DAY))
    assert told(moved) == [("Brand", str(TODAY + 10 * DAY)), phishing]
    assert phone.get(PATH) == moved
    brand, _ = moved["items"]
    assert told(ok(phone.ask("DELETE", f"{PATH}/{brand['id']}"))) == [phishing]
    refused(phone.ask("DELETE", f"{PATH}/{brand['id']}"), 404)
    assert told(choose(phone, 10, "Brand")) == told(moved)


def test_a_card_comes_back_in_time_though_its_due_day_was_later(
    town: Town, phone: Phone, topics: dict[str, Card]
) -> None:
    for days in (9, 5):
        earlier = NOW - days * DAY
        send(phone, *(review(f"{days} {one.id}", one, earlier) for one in topics.values()))
    (kept,) = choose(phone, 20)["items"]
    session = phone.get("/session")
    assert session["cards"] == []
    assert str(TODAY) < session["next_date"] < str(TODAY + 17 * DAY)
    town.world.clock.set(NOW + DAY * (date.fromisoformat(session["next_date"]) - TODAY).days)
    then = town.phone(town.fatima)
    assert asked(then) == ["Phishing herkennen"]
    ok(then.ask("DELETE", f"{PATH}/{kept['id']}"))
    assert asked(then) == []


def test_an_answer_leads_where_the_session_said_and_the_log_gives_the_same(
    town: Town, phone: Phone, topics: dict[str, Card]
) -> None:
    plain = {card["topic"]: card["next"] for card in phone.get("/session")["cards"]}
    choose(phone, 12)
    cards = {card["topic"]: card for card in phone.get("/session")["cards"]}
    phishing = cards["Phishing herkennen"]["next"]
    assert cards["Brand"]["next"] == plain["Brand"]
    assert phishing["good"] < plain["Phishing herkennen"]["good"]
    (result,) = send(phone, review("a", topics["Phishing herkennen"]))
    assert result["memory"]["due_on"] == str(TODAY + phishing["good"] * DAY)
    assert not list(differences(town.firm.db, town.firm.organisation.id))


@TOPICS
def test_a_date_that_is_past_asks_nothing_and_is_not_told(town: Town, phone: Phone) -> None:
    choose(phone, 4)
    town.world.clock.set(NOW + 4 * DAY)
    phone = town.phone(town.fatima)
    assert phone.get(PATH)["items"] == []
    with_past = phone.get("/session")["cards"]
    town.firm.db.delete(town.firm.db.query(RefreshDate).one())
    assert phone.get("/session")["cards"] == with_past


WRONG: list[tuple[dict[str, Any], str]] = [
    ({}, "before"),
    ({"before": "morgen"}, "before"),
    ({"before": str(TODAY - DAY)}, "before"),
    ({"before": str(TODAY + 3 * DAY)}, "before"),
    ({"before": str(TODAY + 366 * DAY)}, "before"),
    ({"before": 10**30}, "before"),
    ({"topic": "Koken", "before": str(TODAY + 9 * DAY)}, "topic"),
    ({"topic": "", "before": str(TODAY + 9 * DAY)}, "topic"),
    ({"topic": "x" * 201, "before": str(TODAY + 9 * DAY)}, "topic"),
    ({"topic": ["Brand"], "before": str(TODAY + 9 * DAY)}, "topic"),
]


@TOPICS
@pytest.mark.parametrize(("more", "where"), WRONG)
def test_what_cannot_be_is_named_and_nothing_is_kept(
    phone: Phone, more: dict[str, Any], where: str
) -> None:
    answer = phone.ask("PUT", PATH, json={"topic": "Brand", **more})
    assert places(refused(answer, 422)) == [where]
    assert phone.get(PATH)["items"] == []


@TOPICS
def test_viktor_sees_and_takes_away_nothing_of_fatimas(town: Town, phone: Phone) -> None:
    (kept,) = choose(phone, 30)["items"]
    for other in (town.viktor, town.daan):
        theirs = town.phone(other)
        assert theirs.get(PATH) == {"items": [], "topics": []}
        refused(theirs.ask("DELETE", f"{PATH}/{kept['id']}"), 404)
    assert phone.get(PATH)["items"] == [kept]


def test_a_topic_that_came_in_on_two_lines_has_its_date_too(town: Town, phone: Phone) -> None:
    card_set = town.firm.card_set()
    sets.card(
        town.firm, card_set, face("recall", "Wie belt 112?", answer="Ik"), topic="Brand\nen rook"
    )
    sets.release(town.firm, card_set)
    sets.campaign(town.firm, card_set, people=(town.fatima,))
    assert told(choose(phone, 20, "Brand\nen rook")) == [("Brand\nen rook", str(TODAY + 20 * DAY))]
    assert asked(phone) == ["Brand\nen rook"]


def test_nobody_else_may(town: Town) -> None:
    refused(town.stranger().ask("GET", PATH), 401)
