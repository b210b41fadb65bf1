"""Being away: several pauses in a row, taken back, ended early, and never seen by others."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from server.store.pauses import StoredPause
from tests.mobile_api.test_at_once import at_once
from tests.server.firm import TODAY
from tests.support import sets
from tests.support.phone import Phone, places, refused
from tests.support.town import Town

DAY = timedelta(days=1)


@pytest.fixture
def phone(town: Town) -> Phone:
    return town.phone(town.fatima)


def away(first: int, last: int, kind: str = "holiday") -> dict[str, str]:
    """The body for a pause between these days from today."""
    return {"kind": kind, "from": str(TODAY + first * DAY), "until": str(TODAY + last * DAY)}


def pause(phone: Phone, *days: Any) -> dict[str, Any]:
    answer = phone.ask("POST", "/me/pauses", json=away(*days))
    assert answer.status_code == 201, answer.get_json()
    me: dict[str, Any] = answer.get_json()
    return me


def spans(me: dict[str, Any]) -> list[tuple[str, str, str]]:
    return [(one["kind"], one["from"], one["until"]) for one in me["pauses"]]


def practised(town: Town, count: int = 12) -> None:
    card_set = town.firm.card_set()
    sets.recalls(town.firm, card_set, count)
    sets.release(town.firm, card_set)
    sets.campaign(town.firm, card_set, people=(town.fatima,))


def ahead(phone: Phone) -> list[bool]:
    return [bool(day["cards"]) for day in phone.get("/session/ahead")["days"]]


def test_several_pauses_in_a_row_are_kept_apart_and_by_day(phone: Phone) -> None:
    pause(phone, 10, 12, "leave")
    me = pause(phone, 3, 9)
    assert [kind for kind, *_ in spans(me)] == ["holiday", "leave"]
    assert phone.get("/me") == me


def test_nothing_is_asked_in_any_of_them(town: Town, phone: Phone) -> None:
    practised(town)
    pause(phone, 1, 2)
    pause(phone, 3, 4, "illness")
    assert ahead(phone)[:6] == [True, False, False, False, False, True]


def test_the_same_pause_told_twice_is_there_once(phone: Phone) -> None:
    assert pause(phone, 1, 2) == pause(phone, 1, 2)


def test_one_that_is_over_told_twice_is_there_once(town: Town, phone: Phone) -> None:
    pause(phone, -9, -2)
    pause(phone, -9, -2)
    assert town.firm.db.query(StoredPause).count() == 1


def test_told_by_two_devices_at_once_it_is_there_once(town: Town, phone: Phone) -> None:
    other = town.phone(town.fatima)
    town.settle()
    at_once(lambda: pause(phone, 1, 2), lambda: pause(other, 1, 2))
    assert len(phone.get("/me")["pauses"]) == 1


def test_one_that_is_to_come_is_taken_back(phone: Phone) -> None:
    [one] = pause(phone, 1, 2)["pauses"]
    gone = phone.ask("DELETE", f"/me/pauses/{one['id']}")
    assert (gone.status_code, gone.get_json()["pauses"]) == (200, [])
    refused(phone.ask("DELETE", f"/me/pauses/{one['id']}"), 404)


def test_one_that_runs_ended_yesterday_and_its_days_still_count(town: Town, phone: Phone) -> None:
    practised(town)
    [one] = pause(phone, -4, 5, "illness")["pauses"]
    assert phone.get("/session")["cards"] == []
    assert phone.ask("DELETE", f"/me/pauses/{one['id']}").get_json()["pauses"] == []
    assert phone.get("/session")["cards"]
    refused(phone.ask("DELETE", f"/me/pauses/{one['id']}"), 404)


def test_who_was_ill_may_tell_of_it_afterwards(phone: Phone) -> None:
    assert pause(phone, -9, -2, "illness")["pauses"] == []


def test_a_pause_of_another_is_not_there(town: Town, phone: Phone) -> None:
    [one] = pause(phone, 1, 2)["pauses"]
    for other in (town.daan, town.noor, town.viktor):
        refused(town.phone(other).ask("DELETE", f"/me/pauses/{one['id']}"), 404)
    assert phone.get("/me")["pauses"] == [one]


def test_nobody_else_reads_that_she_is_away(town: Town, phone: Phone) -> None:
    pause(phone, 0, 5, "illness")
    people = town.phone(town.noor).get("/people")["items"]
    assert people
    assert "illness" not in str(people)
    assert not any("pauses" in one for one in people)


BAD: list[tuple[Any, str]] = [
    ({**away(2, 1)}, "until"),
    ({**away(1, 367)}, "until"),
    ({**away(-61, 1)}, "from"),
    ({**away(700, 731)}, "until"),
    ({**away(1, 2), "kind": "strike"}, "kind"),
    ({"from": "2026-12-01", "until": "2026-12-02"}, "kind"),
    ({**away(1, 2), "from": "2026-02-29"}, "from"),
    ({**away(1, 2), "until": None}, "until"),
    ({**away(1, 2), "from": "0001-01-01", "until": "0001-01-02"}, "from"),
    ({**away(1, 2), "from": "9999-12-31", "until": "9999-12-31"}, "until"),
    ({**away(1, 2), "note": "Rome"}, "note"),
]


@pytest.mark.parametrize(("body", "where"), BAD)
def test_what_is_no_pause_is_refused_and_says_where(phone: Phone, body: Any, where: str) -> None:
    problem = refused(phone.ask("POST", "/me/pauses", json=body), 422)
    assert places(problem) == [where]
    assert phone.get("/me")["pauses"] == []


def test_there_is_an_end_to_what_can_be_planned(phone: Phone) -> None:
    for number in range(20):
        pause(phone, 2 * number + 1, 2 * number + 1)
    refused(phone.ask("POST", "/me/pauses", json=away(100, 101)), 422)


def test_the_longest_pause_ahead_breaks_no_plan(town: Town, phone: Phone) -> None:
    practised(town)
    pause(phone, 2, 367)
    pause(phone, 368, 730, "leave")
    assert ahead(phone) == [True, True] + [False] * 6


def test_every_country_on_the_list_can_be_chosen(phone: Phone) -> None:
    codes = phone.get("/countries")["items"]
    assert {"NL", "BE", "DE", "GB"} <= set(codes)
    assert phone.patch("/me", {"country": codes[0]})["country"] == codes[0]


def test_one_pause_told_with_the_settings_takes_the_place_of_all(phone: Phone) -> None:
    pause(phone, 10, 12, "leave")
    days = {"from": str(TODAY + 2 * DAY), "until": str(TODAY + 5 * DAY)}
    me = phone.patch("/me", {"pause": days})
    assert me["pause"] == days
    assert spans(me) == [("holiday", days["from"], days["until"])]
    assert phone.patch("/me", {"language": "en"})["pause"] == days
    assert phone.patch("/me", {"pause": None})["pause"] is None


def test_days_that_cannot_be_are_refused_with_the_settings_too(phone: Phone) -> None:
    turned = {"from": str(TODAY + 5 * DAY), "until": str(TODAY + 2 * DAY)}
    long_ago = {"from": str(TODAY - 90 * DAY), "until": str(TODAY)}
    for days in (turned, long_ago):
        refused(phone.ask("PATCH", "/me", json={"pause": days}), 422)
    assert phone.get("/me")["pause"] is None
