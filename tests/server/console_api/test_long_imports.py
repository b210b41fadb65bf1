"""Files that a worker imports: sent, watched, called off, looked at first."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from server.jobs.clean_up import clean_up
from server.jobs.import_files import import_file
from server.spool import FOLDER
from tests.server.console_api.uploads import FILE, filled_set, upload
from tests.support.imports import breaks_off, here
from tests.support.phone import Phone, ok, places, refused
from tests.support.town import Town


@pytest.fixture
def empty(town: Town) -> int:
    made = town.phone(town.daan).post("/card-sets", {"title": "Leeg", "language": "nl"})
    return int(made["id"])


def queued(phone: Phone, card_set_id: int, text: str = FILE, **how: str) -> int:
    """The id of an import that waits for a worker."""
    answer = upload(phone, card_set_id, text, background="1", **how)
    assert answer.status_code == 202
    assert (answer.json["state"], answer.json["report"]) == ("queued", None)
    return int(answer.json["id"])


def worked(town: Town, phone: Phone, import_id: int) -> Any:
    """How the import stands after a worker met it."""
    town.settle()
    import_file(town.app, import_id, here(town.app))
    return phone.get(f"/imports/{import_id}")


def cards_of(phone: Phone, card_set_id: int) -> int:
    return int(phone.get(f"/card-sets/{card_set_id}")["cards"])


def test_a_worker_brings_the_file_in_and_leaves_the_report(town: Town, empty: int) -> None:
    daan = town.phone(town.daan)
    done = worked(town, daan, queued(daan, empty))
    assert (done["state"], done["stage"], done["person"]["name"]) == ("done", None, "Daan")
    assert (done["report"]["created"], len(done["report"]["preview"])) == (3, 3)
    assert cards_of(daan, empty) == 2


def test_a_worker_that_is_told_twice_does_it_once(town: Town, empty: int) -> None:
    daan = town.phone(town.daan)
    import_id = queued(daan, empty)
    first = worked(town, daan, import_id)
    assert worked(town, daan, import_id) == first


def test_a_row_at_fault_keeps_the_whole_file_out_unless_asked_otherwise(
    town: Town, empty: int
) -> None:
    daan = town.phone(town.daan)
    text = FILE + "c;;Niets;;;\n"
    done = worked(town, daan, queued(daan, empty, text))
    assert (done["state"], done["report"]["problems"][0]["where"]) == (
        "refused", "rij 5, kolom vraag"
    )  # fmt: skip
    assert cards_of(daan, empty) == 0
    assert worked(town, daan, queued(daan, empty, text, partial="1"))["state"] == "done"
    assert cards_of(daan, empty) == 2


def test_the_report_is_in_the_language_of_who_reads_it(town: Town, empty: int) -> None:
    town.noor.language = "en"
    import_id = queued(town.phone(town.daan), empty, "%PDF-1.7")
    done = worked(town, town.phone(town.noor), import_id)
    assert (done["state"], done["report"]["problems"][0]["where"]) == ("refused", "the file")


def test_what_was_called_off_is_not_begun(town: Town, empty: int) -> None:
    daan = town.phone(town.daan)
    import_id = queued(daan, empty)
    assert ok(daan.ask("DELETE", f"/imports/{import_id}"))["state"] == "cancelled"
    assert worked(town, daan, import_id)["state"] == "cancelled"
    assert cards_of(daan, empty) == 0


def test_calling_off_what_is_done_changes_nothing(town: Town, empty: int) -> None:
    daan = town.phone(town.daan)
    import_id = queued(daan, empty)
    worked(town, daan, import_id)
    assert ok(daan.ask("DELETE", f"/imports/{import_id}"))["state"] == "done"
    assert cards_of(daan, empty) == 2


def test_what_was_looked_at_is_written_without_sending_it_again(town: Town) -> None:
    daan = town.phone(town.daan)
    card_set_id = filled_set(daan)
    looked_at = worked(
        town, daan, queued(daan, card_set_id, FILE.replace("Meteen", "Nu"), dry_run="1")
    )
    assert (looked_at["state"], looked_at["report"]["updated"]) == ("done", 1)
    applied = daan.post(f"/imports/{looked_at['id']}/apply", {})
    done = worked(town, daan, applied["id"])
    assert (done["dry_run"], done["report"]["updated"]) == (False, 1)


def test_only_what_was_looked_at_can_be_written_later(town: Town, empty: int) -> None:
    daan = town.phone(town.daan)
    import_id = queued(daan, empty)
    problem = refused(daan.ask("POST", f"/imports/{import_id}/apply"), 422)
    assert places(problem) == ["id"]


def test_after_a_day_the_file_is_gone_and_after_thirty_the_import(
    town: Town, empty: int, tmp_path: Path
) -> None:
    daan = town.phone(town.daan)
    import_id = queued(daan, empty, dry_run="1")
    worked(town, daan, import_id)
    town.world.clock.set(town.world.clock.now() + timedelta(days=1000))
    clean_up(town.app)
    assert list((tmp_path / FOLDER).iterdir()) == []
    refused(town.phone(town.daan).ask("GET", f"/imports/{import_id}"), 404)


def test_a_file_that_waits_is_not_cleared(town: Town, empty: int, tmp_path: Path) -> None:
    daan = town.phone(town.daan)
    import_id = queued(daan, empty)
    town.world.clock.set(town.world.clock.now() + timedelta(days=1000))
    clean_up(town.app)
    assert len(list((tmp_path / FOLDER).iterdir())) == 1
    assert worked(town, town.phone(town.daan), import_id)["state"] == "done"


def test_a_file_that_is_gone_all_the_same_is_told(town: Town, empty: int, tmp_path: Path) -> None:
    daan = town.phone(town.daan)
    import_id = queued(daan, empty)
    for file in (tmp_path / FOLDER).iterdir():
        file.unlink()
    done = worked(town, daan, import_id)
    assert done["state"] == "refused"
    assert "opnieuw" in done["report"]["problems"][0]["message"]


def test_a_file_that_fells_its_process_is_given_up_after_three(town: Town, empty: int) -> None:
    daan = town.phone(town.daan)
    import_id = queued(daan, empty)
    states = []
    for _ in range(4):
        town.settle()
        import_file(town.app, import_id, breaks_off)
        states.append(daan.get(f"/imports/{import_id}")["state"])
    assert states == ["queued", "queued", "failed", "failed"]
    assert cards_of(daan, empty) == 0


def test_a_large_file_goes_to_a_worker_by_itself(town: Town, empty: int) -> None:
    small = town.app.extensions["beklijf_settings"]
    town.app.extensions["beklijf_settings"] = replace(small, background_from_mib=0)
    answer = upload(town.phone(town.daan), empty, name="../../set.csv")
    assert (answer.status_code, answer.json["file_name"]) == (202, "../../set.csv")


def test_the_set_lists_what_is_under_way_with_who_sent_it(town: Town, empty: int) -> None:
    first = queued(town.phone(town.daan), empty)
    second = queued(town.phone(town.noor), empty)
    items = town.phone(town.daan).get(f"/card-sets/{empty}/imports")["items"]
    assert [(one["id"], one["person"]["name"]) for one in items] == [
        (second, "Noor"), (first, "Daan")
    ]  # fmt: skip
