"""Cards of large files, which are found a moment after they came in."""

from __future__ import annotations

import subprocess
from typing import cast

import pytest

from server.jobs import index_cards as job
from server.jobs.sweep import sweep_due
from server.jobs.worker import Hints
from server.store import search_keeping
from tests.server.console_api.uploads import upload
from tests.support.imports import Ended
from tests.support.phone import Phone, ok
from tests.support.town import Town

LINES = 7
TABLE = "vraag;antwoord\n" + "".join(f"Waar ligt sleutel {n}?;Kluis\n" for n in range(LINES))


@pytest.fixture(autouse=True)
def _few_are_many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search_keeping, "MOST_AT_ONCE", LINES - 1)
    monkeypatch.setattr(job, "AT_ONCE", 2)
    monkeypatch.setattr(job, "RESTS_S", 0)


@pytest.fixture
def daan(town: Town) -> Phone:
    return town.phone(town.daan)


def brought_in(daan: Phone) -> int:
    made = daan.post("/card-sets", {"title": "Sleutels", "language": "nl"})
    ok(upload(daan, made["id"], TABLE))
    return int(made["id"])


def found(daan: Phone) -> int:
    return len(daan.get("/card-sets/search", q="sleutel")["items"])


def waiting(town: Town) -> list[int]:
    """What the clock tells workers to index."""
    told: list[int] = []
    nobody = cast("list[int]", []).append
    town.settle()
    sweep_due(town.app, Hints(nobody, nobody, nobody, told.append, nobody))
    return told


def test_they_are_indexed_part_by_part_after_the_import(town: Town, daan: Phone) -> None:
    brought_in(daan)
    assert found(daan) == 0
    assert len(waiting(town)) == 1
    job.index_parts(town.app)
    assert found(daan) == LINES
    assert waiting(town) == []


def test_a_process_that_died_half_way_is_followed_by_another(
    town: Town, daan: Phone, monkeypatch: pytest.MonkeyPatch
) -> None:
    brought_in(daan)
    monkeypatch.setattr(job, "PARTS", 1)
    job.index_parts(town.app)
    assert (found(daan), len(waiting(town))) == (2, 1)
    monkeypatch.setattr(job, "PARTS", 9)
    job.index_parts(town.app)
    assert (found(daan), waiting(town)) == (LINES, [])


def test_two_imports_into_one_set_are_both_found(town: Town, daan: Phone) -> None:
    card_set = brought_in(daan)
    ok(upload(daan, card_set, TABLE.replace("sleutel", "reserve sleutel")))
    job.index_parts(town.app)
    assert (found(daan), waiting(town)) == (2 * LINES, [])


def test_a_worker_starts_one_process_at_a_time(town: Town) -> None:
    started: list[int] = []

    def start() -> subprocess.Popen[bytes]:
        started.append(1)
        job.index_cards(town.app, 1, start)
        return cast("subprocess.Popen[bytes]", Ended(0))

    job.index_cards(town.app, 1, start)
    job.index_cards(town.app, 1, start)
    assert len(started) == 2


def test_few_cards_are_found_at_once(town: Town, daan: Phone) -> None:
    made = daan.post("/card-sets", {"title": "Klein", "language": "nl"})
    ok(upload(daan, made["id"], TABLE.rsplit("Waar", 1)[0]))
    assert found(daan) == LINES - 1
    assert waiting(town) == []
