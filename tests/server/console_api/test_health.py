"""The health page of a set: what to look at in all its cards, and what is meant so."""

from __future__ import annotations

from typing import Any

from server.store.card_sets import Card
from server.store.database import db
from tests.server.console_api.uploads import filled_set, upload
from tests.server.firm import counted
from tests.support.phone import Phone, ok, refused
from tests.support.town import Town

ROWS = """sleutel;vraag;antwoord;uitleg;bron
a;Wat weet je van brand?;Veel;;Handboek
b;Wie bel je bij een gaslek in de fabriekshal?;De bedrijfsleider;Die sluit af.;Handboek
c;Wie bel je bij een gaslek in de fabriekshallen?;Bedrijfsleider;Die sluit af.;Handboek
"""


def codes(told: dict[str, Any]) -> list[str]:
    return [one["code"] for one in told["findings"]]


def test_the_page_counts_and_names_every_finding_the_gravest_first(town: Town) -> None:
    daan = town.phone(town.daan)
    told = daan.get(f"{_set(daan)}/health")
    assert told["cards"] == 3
    assert told["counts"] == {"error": 0, "warning": 1, "hint": 3}
    assert codes(told) == ["vague-prompt", "no-explanation", "near-duplicate", "near-duplicate"]
    assert told["codes"][0] == {
        "code": "near-duplicate", "name": "Lijkt op een andere kaart", "count": 2
    }  # fmt: skip
    assert told["findings"][0]["prompt"] == "Wat weet je van brand?"
    assert told["languages"] == [{"language": "nl", "cards": 3, "missing": 0}]
    assert (told["more"], told["dismissed"]) == (0, [])


def test_a_filter_shows_less_and_counts_the_same(town: Town) -> None:
    daan = town.phone(town.daan)
    health = f"{_set(daan)}/health"
    assert codes(daan.get(health, severity="warning")) == ["vague-prompt"]
    assert codes(daan.get(health, code="no-explanation")) == ["no-explanation"]
    assert codes(daan.get(health, code="no-such-rule")) == []
    assert daan.get(health, severity="error")["counts"]["hint"] == 3
    refused(daan.ask("GET", health, query_string={"severity": "grave"}), 422)


def test_what_is_meant_so_stays_away_until_the_text_changes(town: Town) -> None:
    daan = town.phone(town.daan)
    card_set = _set(daan)
    vague = daan.get(f"{card_set}/health")["findings"][0]
    given = {"card_id": vague["card_id"], "code": "vague-prompt", "reason": "Zo bedoeld"}
    made = daan.post(f"{card_set}/health/dismissals", given)
    assert (made["reason"], made["by"]["name"]) == ("Zo bedoeld", "Daan")
    told = daan.get(f"{card_set}/health")
    assert "vague-prompt" not in codes(told)
    assert told["counts"]["warning"] == 0
    (dismissed,) = told["dismissed"]
    assert (dismissed["code"], dismissed["dismissal"]["id"]) == ("vague-prompt", made["id"])
    assert "vague-prompt" not in _while_writing(daan, card_set, vague["card_id"])
    ok(upload(daan, int(card_set.rsplit("/", 1)[1]), ROWS.replace("van brand", "over brand")))
    assert "vague-prompt" in codes(daan.get(f"{card_set}/health"))


def test_thanking_who_bettered_a_card_brings_nothing_back(town: Town) -> None:
    daan = town.phone(town.daan)
    card_set = _set(daan)
    vague = daan.get(f"{card_set}/health")["findings"][0]
    given = {"card_id": vague["card_id"], "code": "vague-prompt"}
    daan.post(f"{card_set}/health/dismissals", given)
    town.firm.db.get_one(Card, vague["card_id"]).credits = ["Fatima"]
    town.settle()
    assert "vague-prompt" not in codes(daan.get(f"{card_set}/health"))
    assert "vague-prompt" not in _while_writing(daan, card_set, vague["card_id"])


def test_a_dismissal_is_undone_and_a_second_one_only_changes_the_reason(town: Town) -> None:
    daan = town.phone(town.daan)
    card_set = _set(daan)
    vague = daan.get(f"{card_set}/health")["findings"][0]
    given = {"card_id": vague["card_id"], "code": "vague-prompt"}
    first = daan.post(f"{card_set}/health/dismissals", given)
    again = daan.post(f"{card_set}/health/dismissals", {**given, "reason": "Toch"})
    assert (again["id"], again["reason"]) == (first["id"], "Toch")
    path = f"{card_set}/health/dismissals/{first['id']}"
    assert daan.ask("DELETE", path).status_code == 204
    refused(daan.ask("DELETE", path), 404)
    assert "vague-prompt" in codes(daan.get(f"{card_set}/health"))


def test_a_card_of_another_set_or_a_variant_of_none_is_not_there(town: Town) -> None:
    daan = town.phone(town.daan)
    card_set, other = _set(daan), filled_set(daan)
    card_id = daan.get(f"{card_set}/cards")["items"][0]["id"]
    given = {"card_id": card_id, "code": "no-source"}
    refused(daan.ask("POST", f"/card-sets/{other}/health/dismissals", json=given), 404)
    odd = {**given, "variant_id": 12345}
    refused(daan.ask("POST", f"{card_set}/health/dismissals", json=odd), 404)


def test_a_card_that_asks_the_same_is_found_in_another_set_and_never_at_another_firm(
    town: Town,
) -> None:
    daan, viktor = town.phone(town.daan), town.phone(town.viktor)
    _set(daan)
    face = {"kind": "recall", "language": "nl", "prompt": "Wie bel je bij gaslek, fabriekshal?",
            "answer": "Bedrijfsleider", "explanation": "x", "source": "x"}  # fmt: skip
    other = daan.post("/card-sets", {"title": "Anders", "language": "nl"})["id"]
    (found,) = daan.post(f"/card-sets/{other}/lint", {"face": face})["findings"]
    assert (found["code"], found["other"]["card_set_id"] != other) == ("near-duplicate", True)
    elsewhere = viktor.post("/card-sets", {"title": "Elders", "language": "nl"})["id"]
    assert viktor.post(f"/card-sets/{elsewhere}/lint", {"face": face})["findings"] == []


def test_a_set_of_four_hundred_cards_takes_no_more_statements_than_one_of_three(
    town: Town,
) -> None:
    daan = town.phone(town.daan)
    card_set = _set(daan)
    taken = []
    with town.app.app_context():
        for rows in (3, 400):
            lines = "".join(f"Vraag {n}?;Antwoord {n}\n" for n in range(rows))
            ok(upload(daan, int(card_set.rsplit("/", 1)[1]), f"vraag;antwoord\n{lines}"))
            with counted(db.session()) as statements:
                daan.get(f"{card_set}/health")
            taken.append(len(statements))
    assert taken[0] == taken[1] <= 13


def _set(daan: Phone) -> str:
    made = daan.post("/card-sets", {"title": "Brand", "language": "nl"})["id"]
    ok(upload(daan, made, ROWS))
    return f"/card-sets/{made}"


def _while_writing(daan: Phone, card_set: str, card_id: int) -> list[str]:
    cards = daan.get(f"{card_set}/cards")["items"]
    face = next(card["face"] for card in cards if card["id"] == card_id)
    return codes(daan.post(f"{card_set}/lint", {"face": face, "card_id": card_id}))
