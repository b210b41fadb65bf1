"""Whoever brings a file into a set is one of its authors, and reads it for nobody."""

from __future__ import annotations

import pytest

from content.exchange.read import read_any
from server.jobs.import_files import import_file
from server.store import set_authors
from server.store.card_sets import Card
from server.teaching.import_set import import_set
from tests.server.console_api.uploads import FILE, filled_set, upload
from tests.server.firm import NOW
from tests.support.imports import here
from tests.support.phone import Phone, ok, refused
from tests.support.town import Town


@pytest.fixture
def filled(town: Town) -> int:
    """A set that Daan filled."""
    return filled_set(town.phone(town.daan))


def may_read(phone: Phone, card_set_id: int) -> bool:
    return bool(phone.get(f"/card-sets/{card_set_id}/changes")["may_read"])


def look(town: Town, card_set_id: int) -> int:
    return int(town.phone(town.daan).post(f"/card-sets/{card_set_id}/looks", {})["id"])


def test_who_imported_does_not_approve(town: Town, filled: int) -> None:
    noor = town.phone(town.noor)
    ok(upload(noor, filled, FILE + "c;Waar?;Hier;;;\n"))
    look_id = look(town, filled)
    assert not may_read(noor, filled)
    text_hash = noor.get(f"/card-sets/{filled}/changes")["text_hash"]
    path = f"/card-sets/{filled}/looks/{look_id}/approve"
    refused(noor.ask("POST", path, json={"text_hash": text_hash}), 422)


def test_nor_when_a_worker_brought_it_in(town: Town, filled: int) -> None:
    noor = town.phone(town.noor)
    answer = upload(noor, filled, FILE + "c;Waar?;Hier;;;\n", background="1")
    town.settle()
    import_file(town.app, answer.json["id"], here(town.app))
    look(town, filled)
    assert not may_read(noor, filled)


def test_a_look_at_a_file_and_a_file_without_news_make_no_author(town: Town, filled: int) -> None:
    noor = town.phone(town.noor)
    ok(upload(noor, filled, FILE + "c;Waar?;Hier;;;\n", dry_run="1"))
    ok(upload(noor, filled))
    look(town, filled)
    assert may_read(noor, filled)


def test_the_versions_of_a_card_name_who_imported(town: Town, filled: int) -> None:
    ok(upload(town.phone(town.noor), filled, FILE.replace("Meteen", "Direct")))
    card_id = town.firm.db.query(Card.id).filter_by(key="b").scalar()
    path = f"/card-sets/{filled}/cards/{card_id}/versions"
    now, before = town.phone(town.daan).get(path)["items"]
    assert (now["edited_by"]["name"], before["edited_by"]) == ("Noor", None)


def test_nobody_is_author_of_what_the_shell_brought_or_of_what_is_released(
    town: Town, filled: int
) -> None:
    db = town.firm.db
    assert set_authors.since(db, filled, None) == {town.daan.id}
    assert set_authors.since(db, filled, NOW.replace(year=NOW.year + 1)) == set()
    fresh = int(town.phone(town.daan).post("/card-sets", {"title": "X", "language": "nl"})["id"])
    reading = read_any("set.csv", FILE.encode(), language="nl")
    import_set(db, fresh, reading, NOW, partial=False, dry_run=False)
    db.flush()
    assert set_authors.since(db, fresh, None) == set()
