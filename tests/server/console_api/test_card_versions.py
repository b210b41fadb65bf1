from __future__ import annotations

from typing import Any

from server.store import card_versions
from tests.server.console_api.editing import a_set, asking, change, new, put
from tests.server.console_api.uploads import FILE, filled_set, upload
from tests.support.phone import Phone, ok, refused
from tests.support.town import Town


def told(phone: Phone, cards: str, card: Any) -> list[tuple[int, str, str | None]]:
    """The versions of a card: number, prompt, and who wrote it."""
    items = phone.get(f"{cards}/{card['id']}/versions")["items"]
    return [
        (one["version"], one["face"]["prompt"], one["edited_by"] and one["edited_by"]["name"])
        for one in items
    ]


def test_saves_of_one_sitting_are_one_version(town: Town) -> None:
    daan = town.phone(town.daan)
    cards = a_set(daan)
    card = new(daan, cards, "W")
    for prompt in ("Wie", "Wie bel", "Wie bel je?"):
        town.world.clock.tick(minutes=2)
        card = change(daan, cards, card, prompt)
    assert card["version"] == 4
    assert told(daan, cards, card) == [(4, "Wie bel je?", "Daan")]
    town.world.clock.tick(minutes=5)
    change(daan, cards, card, "Wie mail je?")
    assert told(daan, cards, card) == [(5, "Wie mail je?", "Daan"), (4, "Wie bel je?", "Daan")]


def test_what_another_author_wrote_is_a_version_of_its_own(town: Town) -> None:
    daan, noor = town.phone(town.daan), town.phone(town.noor)
    cards = a_set(daan)
    card = change(noor, cards, new(daan, cards, "Een?"), "Twee?")
    change(daan, cards, card, "Drie?")
    assert told(daan, cards, card) == [
        (3, "Drie?", "Daan"), (2, "Twee?", "Noor"), (1, "Een?", "Daan")
    ]  # fmt: skip


def test_an_older_version_comes_back_with_its_variants_as_a_new_one(town: Town) -> None:
    daan = town.phone(town.daan)
    card_set_id = filled_set(daan)
    cards = f"/card-sets/{card_set_id}/cards"
    before = daan.get(cards)["items"][0]
    path = f"{cards}/{before['id']}"
    card = ok(daan.ask("DELETE", f"{path}/variants/{before['variants'][0]['variant_id']}"))
    town.world.clock.tick(minutes=20)
    card = change(daan, cards, card, "Heel iets anders?", topic="Anders")
    daan.post(f"{path}/variants", {"face": asking("Nieuw?")})
    assert told(daan, cards, card)[-1] == (1, "Wie bel je?", None)
    restored = daan.post(f"{path}/versions/1/restore", None)
    assert restored == {**before, "version": 5}
    assert [version for version, *_ in told(daan, cards, card)] == [5, 4, 2, 1]
    assert daan.get(cards)["items"][0] == restored


def test_restoring_is_never_folded_away(town: Town) -> None:
    daan = town.phone(town.daan)
    cards = a_set(daan)
    card = new(daan, cards, "Een?")
    town.world.clock.tick(minutes=20)
    card = change(daan, cards, card, "Twee?")
    daan.post(f"{cards}/{card['id']}/versions/1/restore", None)
    assert [prompt for _, prompt, _ in told(daan, cards, card)] == ["Een?", "Twee?", "Een?"]


def test_a_long_history_comes_in_pages(town: Town) -> None:
    daan = town.phone(town.daan)
    cards = a_set(daan)
    card = new(daan, cards)
    earlier = {"card_id": card["id"], "face": asking("Eerder?"), "variants": [], "topic": "",
               "tags": [], "edited_by_id": None, "edited_at": None, "begun_at": None}  # fmt: skip
    card_versions.add(town.firm.db, [{**earlier, "version": one} for one in range(2, 54)])
    path = f"{cards}/{card['id']}/versions"
    first = daan.get(path)
    second = daan.get(path, cursor=first["next"])
    numbers = [one["version"] for one in (*first["items"], *second["items"])]
    assert numbers == list(range(53, 0, -1))
    assert second["next"] is None


def test_versions_of_others_are_not_there(town: Town) -> None:
    daan = town.phone(town.daan)
    cards = a_set(daan)
    path = f"{cards}/{new(daan, cards)['id']}/versions"
    viktor = town.phone(town.viktor)
    refused(viktor.ask("GET", path), 404)
    refused(viktor.ask("POST", f"{path}/1/restore"), 404)
    refused(daan.ask("POST", f"{path}/9/restore"), 404)


def test_a_file_that_changes_a_card_is_a_version_that_open_editors_hear_of(town: Town) -> None:
    daan = town.phone(town.daan)
    card_set_id = filled_set(daan)
    cards = f"/card-sets/{card_set_id}/cards"
    file = FILE.replace("Wie helpt je?", "Wie staat je bij?").replace("Meteen", "Direct")
    ok(upload(daan, card_set_id, file + "b2;Hoe snel?;Direct;;;b\n"))
    first, second = daan.get(cards)["items"]
    assert (first["version"], second["version"]) == (2, 2)
    problem = refused(
        put(daan, f"{cards}/{second['id']}", {"face": asking("Oud?"), "version": 1}), 409
    )
    assert problem["current"] == second
    newest, before = daan.get(f"{cards}/{second['id']}/versions")["items"]
    assert [face["prompt"] for face in newest["variants"]] == ["Hoe snel?"]
    assert newest["edited_by"]["name"] == "Daan"
    assert newest["edited_at"] == "2026-11-18T09:00:00Z"
    assert (before["face"]["answer"], before["variants"]) == ("Meteen", [])
