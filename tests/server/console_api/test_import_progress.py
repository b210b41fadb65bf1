"""How far an import by a worker is, and stopping it, also while it holds SQLite's only pen."""

from __future__ import annotations

import os
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import update

from server.jobs import bring_in, import_files
from server.progress import HowFar, Progress, Stage
from server.store import imports
from server.store.card_sets import CardSet
from tests.server.console_api.uploads import FILE, upload
from tests.servers.waiting import until
from tests.support.imports import breaks_off, finds_no_database, goes_on, here
from tests.support.phone import Phone, ok, refused
from tests.support.town import Town


@pytest.fixture
def daan(town: Town) -> Phone:
    return town.phone(town.daan)


@pytest.fixture
def queued(daan: Phone) -> int:
    made = daan.post("/card-sets", {"title": "Leeg", "language": "nl"})
    return int(upload(daan, made["id"], FILE, background="1").json["id"])


@pytest.fixture
def progress(tmp_path: Path, queued: int) -> Progress:
    return Progress(tmp_path, queued)


def claim(town: Town, import_id: int) -> int:
    """A worker has it from here on."""
    town.settle()
    attempt = imports.claim(town.firm.db, import_id, town.world.clock.now())
    town.settle()
    assert attempt
    return attempt


def shown(phone: Phone, import_id: int) -> tuple[Any, ...]:
    told = phone.get(f"/imports/{import_id}")
    return told["state"], told["stage"], told["done"], told["of"]


@contextmanager
def writing(town: Town, phone: Phone) -> Iterator[Phone]:
    """Meanwhile somebody writes; gives the phone as it is in another process."""
    town.settle()
    town.firm.db.execute(update(CardSet).values(title="Bezig"))
    try:
        yield replace(phone, settle=lambda: None)
    finally:
        town.firm.db.rollback()


def test_each_stage_is_shown_as_the_worker_tells_it(
    town: Town, daan: Phone, queued: int, progress: Progress
) -> None:
    assert shown(daan, queued) == ("queued", "waiting", 0, None)
    attempt = claim(town, queued)
    assert shown(daan, queued) == ("reading", "reading", 0, None)
    progress.tell(attempt, HowFar(Stage.FILES, 3, 9))
    assert shown(daan, queued) == ("reading", "files", 3, 9)


def test_what_an_earlier_attempt_told_is_not_shown(
    town: Town, daan: Phone, queued: int, progress: Progress
) -> None:
    progress.tell(claim(town, queued), HowFar(Stage.WRITING, 8, 9))
    town.world.clock.set(town.world.clock.now() + imports.LEASE)
    claim(town, queued)
    assert shown(daan, queued) == ("reading", "reading", 0, None)


def test_how_far_it_is_can_be_seen_while_it_writes(
    town: Town, daan: Phone, queued: int, progress: Progress
) -> None:
    attempt = claim(town, queued)
    with writing(town, daan) as phone:
        progress.tell(attempt, HowFar(Stage.WRITING, 5, 9))
        assert shown(phone, queued)[1:] == ("writing", 5, 9)


def test_it_can_be_stopped_while_it_writes(
    town: Town, daan: Phone, queued: int, progress: Progress
) -> None:
    claim(town, queued)
    with ThreadPoolExecutor() as pool:
        with writing(town, daan) as phone:
            stopping = pool.submit(phone.ask, "DELETE", f"/imports/{queued}")
            until(progress.called_off)
        assert ok(stopping.result())["state"] == "cancelled"


def test_a_worker_that_hears_it_ends_the_process_and_says_so_in_the_row(
    town: Town, daan: Phone, queued: int, progress: Progress, monkeypatch: pytest.MonkeyPatch
) -> None:
    killed: list[int] = []
    monkeypatch.setattr(os, "killpg", lambda process, _signal: killed.append(process))
    progress.call_off()
    town.settle()
    import_files.import_file(town.app, queued, goes_on)
    assert killed == [0]
    assert daan.get(f"/imports/{queued}")["state"] == "cancelled"


def test_the_worker_tells_every_stage(
    town: Town, queued: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[HowFar] = []

    class Told(Progress):
        def tell(self, attempt: int, now: HowFar) -> None:
            super().tell(attempt, now)
            told.append(now)

    monkeypatch.setattr(bring_in, "Progress", Told)
    town.settle()
    import_files.import_file(town.app, queued, here(town.app))
    assert told[0] == HowFar(Stage.READING)
    assert HowFar(Stage.READING, 0, 4) in told
    assert HowFar(Stage.COMPARING) in told
    assert [one for one in told if one.stage == Stage.WRITING][-1] == HowFar(Stage.WRITING, 2, 3)


def test_a_process_without_its_database_is_put_off_and_not_counted(
    town: Town, daan: Phone, queued: int
) -> None:
    for _ in range(4):
        town.settle()
        import_files.import_file(town.app, queued, finds_no_database)
        assert daan.get(f"/imports/{queued}")["state"] == "queued"
    town.settle()
    import_files.import_file(town.app, queued, breaks_off)
    assert daan.get(f"/imports/{queued}")["state"] == "queued"


def test_nobody_stops_an_import_of_another_firm(
    town: Town, queued: int, progress: Progress
) -> None:
    refused(town.phone(town.viktor).ask("DELETE", f"/imports/{queued}"), 404)
    assert not progress.called_off()


def test_stopping_what_is_over_leaves_no_mark(
    town: Town, daan: Phone, queued: int, progress: Progress
) -> None:
    town.settle()
    import_files.import_file(town.app, queued, here(town.app))
    assert ok(daan.ask("DELETE", f"/imports/{queued}"))["state"] == "done"
    assert not progress.called_off()
