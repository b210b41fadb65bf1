from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import pytest

from content.exchange.reading import Reading, Unreadable
from tests.server.console_api.uploads import FILE, filled_set, upload
from tests.support.phone import ok, places, refused
from tests.support.town import Town


@pytest.fixture
def empty(town: Town) -> int:
    made = town.phone(town.daan).post("/card-sets", {"title": "Leeg", "language": "nl"})
    return int(made["id"])


def test_an_upload_reports_what_it_did(town: Town, empty: int) -> None:
    report = ok(upload(town.phone(town.daan), empty))
    assert (report["created"], report["updated"], report["unchanged"], report["skipped"]) == (
        3, 0, 0, 0
    )  # fmt: skip
    assert report["dry_run"] is False
    first = report["preview"][0]
    assert (first["row"], first["status"], first["topic"], first["before"]) == (
        2, "created", "Melden", None
    )  # fmt: skip
    assert first["face"]["prompt"] == "Wie bel je?"


def test_a_preview_shows_what_a_row_replaces(town: Town) -> None:
    daan = town.phone(town.daan)
    card_set_id = filled_set(daan)
    text = FILE.replace("Meteen", "Direct")
    report = ok(upload(daan, card_set_id, text, dry_run="1"))
    last = report["preview"][2]
    assert report["dry_run"] is True
    assert (last["before"]["answer"], last["face"]["answer"]) == ("Meteen", "Direct")
    assert [row["face"]["variant_id"] is None for row in report["preview"]] == [True, False, True]
    cards = daan.get(f"/card-sets/{card_set_id}/cards")["items"]
    assert cards[1]["face"]["answer"] == "Meteen"


def test_a_row_at_fault_is_named_and_nothing_comes_in(town: Town, empty: int) -> None:
    daan = town.phone(town.daan)
    problem = refused(upload(daan, empty, FILE + "c;;Niets;;;\n"), 422)
    assert problem["errors"] == [
        {"where": "rij 5, kolom vraag", "message": problem["problems"][0]["message"]}
    ]
    assert (problem["problems"][0]["row"], problem["problems"][0]["column"]) == (5, "vraag")
    assert (problem["created"], problem["skipped"], len(problem["preview"])) == (3, 1, 3)
    assert daan.get(f"/card-sets/{empty}")["cards"] == 0


def test_the_sound_rows_come_in_when_asked_for(town: Town, empty: int) -> None:
    daan = town.phone(town.daan)
    report = ok(upload(daan, empty, FILE + "c;;Niets;;;\n", partial="1"))
    assert (report["created"], report["skipped"], len(report["problems"])) == (3, 1, 1)
    assert daan.get(f"/card-sets/{empty}")["cards"] == 2


def test_noor_reads_the_report_in_her_own_language(town: Town, empty: int) -> None:
    town.noor.language = "en"
    problem = refused(upload(town.phone(town.noor), empty, FILE + "c;;Niets;;;\n"), 422)
    assert problem["errors"][0]["where"] == "row 5, column vraag"


def test_a_file_that_cannot_be_read_says_why(town: Town, empty: int) -> None:
    problem = refused(upload(town.phone(town.daan), empty, "%PDF-1.7", "set.pdf"), 422)
    assert places(problem) == ["het bestand"]
    assert "CSV" in problem["errors"][0]["message"]


def test_an_encoding_can_be_chosen(town: Town, empty: int) -> None:
    daan = town.phone(town.daan)
    data = "vraag;antwoord\nEén?;Ja\n".encode("cp850")
    form = {"file": (BytesIO(data), "set.csv"), "encoding": "cp850"}
    report = ok(daan.ask("POST", f"/card-sets/{empty}/imports", data=form))
    assert report["preview"][0]["face"]["prompt"] == "Eén?"


def test_an_upload_without_a_file_names_the_field(town: Town, empty: int) -> None:
    answer = town.phone(town.daan).ask("POST", f"/card-sets/{empty}/imports", data={})
    assert places(refused(answer, 422)) == ["file"]


def test_a_file_beyond_the_limit_is_not_read(town: Town, empty: int) -> None:
    town.app.config["LARGEST_FILE"] = 1_000
    refused(upload(town.phone(town.daan), empty, FILE + "x" * 1_000), 413)


def test_others_may_write_while_a_file_is_read(
    town: Town, empty: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """SQLite has one writer, and reading a large file takes seconds."""
    meanwhile: list[str] = []

    class SlowReader:
        def read(self, *_: object, **__: object) -> Reading:
            town.firm.organisation.name = "Molenwerk & Co"
            town.firm.db.commit()
            meanwhile.append("written")
            raise Unreadable("too-slow", {"most": 20})

    things = replace(town.world.things, reader=SlowReader())
    monkeypatch.setitem(town.app.extensions, "beklijf_things", things)
    problem = refused(upload(town.phone(town.daan), empty), 422)
    assert "20 seconden" in problem["errors"][0]["message"]
    assert meanwhile == ["written"]
