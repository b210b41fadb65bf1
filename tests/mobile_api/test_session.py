from __future__ import annotations

from datetime import UTC, datetime, timedelta

from sqlalchemy import event

from scheduler.days_off import WORKING_WEEK
from server.store.card_sets import Card
from server.store.database import db
from tests.mobile_api.uploads import review, send
from tests.server.firm import NOW
from tests.support import sets
from tests.support.faces import FACES
from tests.support.phone import Phone
from tests.support.town import Town


def test_a_session_holds_all_a_phone_has_to_show(phone: Phone, cards: dict[str, Card]) -> None:
    session = phone.get("/session")
    assert (session["study_day"], session["turns_at"]) == ("2026-11-18", "2026-11-19T03:00:00Z")
    assert (session["done_today"], session["answered_today"], session["minutes"]) == (False, 0, 3)
    assert (session["next_date"], session["paused_until"]) == (None, None)
    by_kind = {card["kind"]: card for card in session["cards"]}
    for kind, face in FACES.items():
        card = by_kind[kind]
        assert {name: card[name] for name in face} == face
        assert (card["card_id"], card["variant_id"]) == (cards[kind].id, None)
        assert (card["is_new"], card["recall"], card["stability_days"]) == (True, None, None)
        assert card["faces"] == [{**face, "variant_id": None}]
        assert card["why"] == {
            "part": "campaign", "last_on": None, "due_on": None, "reviews": 0, "correct_run": 0,
            "decay": 0.1542,
            "goals": [{"kind": "readiness", "desired_recall": 0.9, "on": None}],
        }  # fmt: skip
        assert card["next"]["again"] <= card["next"]["hard"] < card["next"]["good"]


def test_a_session_tells_how_long_a_card_takes_this_learner(
    phone: Phone, cards: dict[str, Card]
) -> None:
    assert phone.get("/session")["seconds_per_card"] == 18
    card, yesterday = cards["recall"], NOW - timedelta(days=1)
    send(
        phone,
        *(review(n, card, yesterday - timedelta(minutes=n), took_ms=7_000) for n in range(10)),
    )
    assert phone.get("/session")["seconds_per_card"] == 12


def test_a_picture_comes_along_on_every_wording(phone: Phone, town: Town) -> None:
    card_set = town.firm.card_set()
    helmet = {
        "file": "a" * 64, "type": "image/webp", "place": "answer", "alt": "Een helm", "bytes": 9,
        "width": 4, "height": 3,
    }  # fmt: skip
    sets.card(town.firm, card_set, {**FACES["recall"], "media": [helmet]})
    sets.release(town.firm, card_set)
    sets.campaign(town.firm, card_set, people=(town.fatima,))
    (card,) = phone.get("/session")["cards"]
    assert card["media"] == card["faces"][0]["media"] == [helmet]
    (changed,) = phone.get("/changes")["cards"]
    assert changed["faces"][0]["media"] == card["media"]


def test_the_week_shows_when_she_practised(phone: Phone, cards: dict[str, Card]) -> None:
    phone.patch("/me", {"day_loads": WORKING_WEEK})
    monday = datetime(2026, 11, 16, 12, tzinfo=UTC)
    send(phone, review("a", cards["recall"], monday), review("b", cards["recall"], NOW))
    week = phone.get("/session")["week"]
    assert [day["day"][-2:] for day in week] == ["16", "17", "18", "19", "20", "21", "22"]
    assert [day["done"] for day in week] == [True, False, True, False, False, False, False]
    assert [day["working_day"] for day in week] == [True] * 5 + [False] * 2


def test_the_days_of_a_learner_ahead_and_behind(town: Town) -> None:
    town.world.clock.set(datetime(2026, 11, 18, 15, 30, tzinfo=UTC))
    phone = town.phone(town.fatima)
    seen = {}
    for zone in ("Pacific/Auckland", "Pacific/Honolulu", "Asia/Kathmandu"):
        phone.patch("/me", {"time_zone": zone})
        session = phone.get("/session")
        seen[zone] = (session["study_day"], session["turns_at"])
    assert seen == {
        "Pacific/Auckland": ("2026-11-19", "2026-11-19T15:00:00Z"),
        "Pacific/Honolulu": ("2026-11-18", "2026-11-19T14:00:00Z"),
        "Asia/Kathmandu": ("2026-11-18", "2026-11-18T22:15:00Z"),
    }


def test_the_next_seven_days_come_along_for_offline(phone: Phone, cards: dict[str, Card]) -> None:
    days = phone.get("/session/ahead")["days"]
    assert len(days) == 8
    assert days[0]["cards"] == phone.get("/session")["cards"]
    assert len(days[0]["cards"]) == len(cards)


def test_every_role_may_practise(town: Town) -> None:
    for person in (town.fatima, town.daan, town.marit, town.noor):
        assert town.phone(person).get("/session")["cards"] == []


def test_a_session_takes_at_most_four_statements_with_signing_in(
    town: Town, phone: Phone, cards: dict[str, Card]
) -> None:
    assert cards
    statements: list[str] = []
    with town.app.app_context():
        engine = db.engine

    def note(_c: object, _cur: object, statement: str, *_rest: object) -> None:
        statements.append(statement)

    event.listen(engine, "before_cursor_execute", note)
    for path in ("/session", "/session/more", "/session/ahead"):
        phone.get(path)
        selects = [one for one in statements if not one.startswith(("BEGIN", "SET"))]
        assert 0 < len(selects) <= 4, selects
        statements.clear()
    event.remove(engine, "before_cursor_execute", note)
