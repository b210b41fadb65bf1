"""A set leaves over HTTP as any kind of file, and comes back in as the same set."""

from __future__ import annotations

import json
from datetime import date
from hashlib import sha256
from io import BytesIO
from tempfile import SpooledTemporaryFile
from typing import Any

import openpyxl
import pytest

from content.card import Media, Recall
from content.exchange.reading import Draft
from content.exchange.write import FORMATS
from content.files.images import made_fit
from server.console_api import exports
from server.store import card_sets
from tests.content.exchange.outgoing import outgoing, written
from tests.server.console_api.uploads import filled_set, released_set
from tests.server.firm import NOW, counted
from tests.support.faces import FACES
from tests.support.media import photograph
from tests.support.phone import Phone, ok, places, refused
from tests.support.sets import card, every_kind
from tests.support.town import Town


def _export(phone: Phone, card_set_id: int, kind: str) -> bytes:
    answer = phone.ask("GET", f"/card-sets/{card_set_id}/export", query_string={"format": kind})
    assert answer.status_code == 200
    assert answer.mimetype == FORMATS[kind].mimetype
    assert answer.headers["Content-Disposition"].strip('"').endswith(f".{kind}")
    assert int(answer.headers["Content-Length"]) == len(answer.data)
    data: bytes = answer.data
    return data


def _import(phone: Phone, card_set_id: int, data: bytes) -> Any:
    form = {"file": (BytesIO(data), "set")}
    return ok(phone.ask("POST", f"/card-sets/{card_set_id}/imports", data=form))


def _shown(phone: Phone, card_set_id: int) -> list[Any]:
    """The cards without what is each set's own: ids."""
    cards = phone.get(f"/card-sets/{card_set_id}/cards")["items"]
    for one in cards:
        for face in (one["face"], *one["variants"]):
            del face["variant_id"]
    kept = ("key", "topic", "tags", "position", "face", "variants")
    return [{name: one[name] for name in kept} for one in cards]


def _full_set(town: Town) -> int:
    """A card of each kind, and one with variants of which one is a translation."""
    card_set = town.firm.card_set(title='Phishing: "wat nu?"')
    every_kind(town.firm, card_set)
    english = {**FACES["typed"], "language": "en", "prompt": "=What is it called?"}
    card(town.firm, card_set, FACES["recall"], FACES["choice"], english, topic="Anders")
    town.settle()
    return card_set.id


@pytest.mark.parametrize("kind", FORMATS)
def test_an_export_makes_the_same_set_and_changes_nothing_in_its_own(town: Town, kind: str) -> None:
    daan = town.phone(town.daan)
    card_set_id = _full_set(town)
    data = _export(daan, card_set_id, kind)
    report = _import(daan, card_set_id, data)
    assert (report["created"], report["updated"], report["unchanged"]) == (0, 0, 11)
    other = daan.post("/card-sets", {"title": "Nieuw", "language": "nl"})["id"]
    report = _import(daan, other, data)
    assert (report["created"], report["skipped"], report["problems"]) == (11, 0, [])
    assert _shown(daan, other) == _shown(daan, card_set_id)


@pytest.mark.parametrize("kind", ["json", "apkg"])
def test_pictures_leave_and_come_back_with_their_cards(town: Town, kind: str) -> None:
    daan, viktor = town.phone(town.daan), town.phone(town.viktor)
    fit = made_fit(photograph())
    shown = Media(file=sha256(fit.data).hexdigest(), type=fit.type, place="prompt", alt="Een mail",
                  bytes=len(fit.data), width=fit.width, height=fit.height)  # fmt: skip
    face = Recall(language="nl", prompt="Wie?", answer="Ik", media=(shown,))
    given = outgoing([Draft("a", None, face, "", (), 0)], media={shown.file: fit.data})
    first = daan.post("/card-sets", {"title": "Eerste", "language": "nl"})["id"]
    _import(daan, first, written("json", given))
    data = _export(daan, first, kind)
    assert _import(daan, first, data)["unchanged"] == 1
    elsewhere = viktor.post("/card-sets", {"title": "Tweede", "language": "nl"})["id"]
    _import(viktor, elsewhere, data)
    assert _shown(viktor, elsewhere) == _shown(daan, first)
    assert _shown(daan, first)[0]["face"]["media"][0]["alt"] == "Een mail"
    assert viktor.ask("GET", f"/media/{shown.file}").data == fit.data


def test_a_workbook_speaks_the_language_of_who_asks(town: Town) -> None:
    daan = town.phone(town.daan)
    card_set_id = filled_set(daan)
    for language, first in (("nl", "sleutel"), ("en", "key")):
        daan.patch("/me", {"language": language})
        book = openpyxl.load_workbook(BytesIO(_export(daan, card_set_id, "xlsx")))
        assert book.worksheets[0]["A1"].value == first


def test_cells_of_a_workbook_are_texts_whatever_they_look_like(town: Town) -> None:
    daan = town.phone(town.daan)
    card_set = town.firm.card_set()
    for number, text in enumerate(("=1+1", "007", "@x", "#N/A", "2026-11-18", "_x0041_")):
        card(town.firm, card_set, {**FACES["recall"], "answer": text, "prompt": f"{number}"})
    town.settle()
    data = _export(daan, card_set.id, "xlsx")
    sheet = openpyxl.load_workbook(BytesIO(data)).worksheets[0]
    answers = list(sheet["E"])[1:]
    assert [(cell.data_type, cell.number_format) for cell in answers] == [("s", "@")] * 6
    assert [cell.value for cell in answers[:3]] == ["'=1+1", "007", "'@x"]
    report = _import(daan, card_set.id, data)
    assert (report["updated"], report["unchanged"]) == (0, 6)


def test_json_tells_of_every_release(town: Town) -> None:
    daan = town.phone(town.daan)
    card_set_id = released_set(daan)
    town.world.clock.tick(minutes=1)
    _import(daan, card_set_id, b"sleutel;vraag;antwoord\nb;Wanneer dan?;Meteen\nc;Wat?;Alles\n")
    daan.post(f"/card-sets/{card_set_id}/releases", {"note": "Duidelijker"})
    whole = json.loads(_export(daan, card_set_id, "json"))
    first, second = whole["releases"]
    assert first["released_at"] == NOW.isoformat()
    assert [one["key"] for one in first["changed"]] == ["a", "b"]
    assert [one["key"] for one in first["changed"][0]["faces"]] == [None, "a2"]
    assert (second["note"], second["keys"]) == ("Duidelijker", ["a", "b", "c"])
    assert [one["key"] for one in second["changed"]] == ["b", "c"]
    assert second["changed"][0]["faces"][0]["face"]["prompt"] == "Wanneer dan?"


def test_json_brings_the_day_until_which_a_card_is_valid_and_a_table_leaves_it(
    town: Town,
) -> None:
    daan = town.phone(town.daan)
    card_set = town.firm.card_set()
    one = card(town.firm, card_set, FACES["recall"])
    one.valid_until = date(2027, 1, 31)
    town.settle()
    other = town.firm.card_set("Anders")
    town.settle()
    table, whole = (_export(daan, card_set.id, kind) for kind in ("csv", "json"))
    for data, unchanged in ((table, 0), (whole, 0), (whole, 1), (table, 1)):
        assert _import(daan, other.id, data)["unchanged"] == unchanged
    (made,) = card_sets.cards(town.firm.db, other.id)
    assert made.valid_until == date(2027, 1, 31)


def test_variants_of_two_cards_under_one_key_still_come_back(town: Town) -> None:
    daan = town.phone(town.daan)
    card_set = town.firm.card_set()
    for prompt in ("Wie?", "Wat?"):
        asked = {**FACES["recall"], "prompt": prompt}
        card(town.firm, card_set, asked, {**asked, "prompt": f"{prompt} Zeg op."})
    town.settle()
    report = _import(daan, card_set.id, _export(daan, card_set.id, "csv"))
    assert (report["unchanged"], report["problems"]) == (4, [])


def test_an_unknown_format_is_refused(town: Town) -> None:
    daan = town.phone(town.daan)
    path = f"/card-sets/{filled_set(daan)}/export"
    for kind in ("pdf", "", "CSV", "../csv"):
        answer = daan.ask("GET", path, query_string={"format": kind})
        assert places(refused(answer, 422)) == ["format"]


@pytest.mark.parametrize("kind", FORMATS)
def test_a_set_without_cards_is_a_file_all_the_same(town: Town, kind: str) -> None:
    daan = town.phone(town.daan)
    card_set_id = daan.post("/card-sets", {"title": "Leeg", "language": "nl"})["id"]
    assert _export(daan, card_set_id, kind)


def test_learners_and_managers_get_no_file(town: Town) -> None:
    card_set_id = filled_set(town.phone(town.daan))
    for person in (town.fatima, town.marit):
        refused(town.phone(person).ask("GET", f"/card-sets/{card_set_id}/export"), 403)


def test_statements_do_not_grow_with_the_cards(town: Town) -> None:
    daan = town.phone(town.daan)
    card_set_id = released_set(daan)

    def statements() -> int:
        with counted(town.firm.db) as made:
            _export(daan, card_set_id, "json")
        return len(made)

    few = statements()
    rows = "".join(f"Vraag {number}?;Antwoord\n" for number in range(60))
    _import(daan, card_set_id, f"vraag;antwoord\n{rows}".encode())
    assert statements() == few


def test_whatever_becomes_of_the_answer_its_file_is_closed(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[SpooledTemporaryFile[bytes]] = []

    def keep(size: int) -> SpooledTemporaryFile[bytes]:
        made.append(SpooledTemporaryFile(size))  # noqa: SIM115 - the route closes it
        return made[-1]

    monkeypatch.setattr(exports, "SpooledTemporaryFile", keep)
    path = f"/card-sets/{town.firm.card_set().id}/export"
    town.phone(town.daan).ask("HEAD", path).close()
    assert [one.closed for one in made] == [True]
