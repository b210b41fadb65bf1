"""A power cut or a killed worker while a file comes in: all of it comes in, once, or nothing."""

from __future__ import annotations

import os
import signal
import subprocess
from collections.abc import Iterator
from typing import Any

import httpx
import pytest
from sqlalchemy import update

from server.people import passwords
from server.store.card_sets import Card
from server.store.imports import Import
from tests.server.firm import Firm, found, session_on
from tests.servers.beklijf import Beklijf
from tests.servers.fixtures import StartBeklijf
from tests.servers.waiting import until

pytestmark = [pytest.mark.servers]

PASSWORD = "een lang wachtwoord"
ROWS = 12_000
TABLE = "sleutel;vraag;antwoord\n" + "".join(f"k{n};Wat is {n}?;Nummer {n}\n" for n in range(ROWS))
OVER = {"done", "refused", "cancelled", "failed"}


@pytest.fixture
def firm(database_url: str) -> Iterator[Firm]:
    with session_on(database_url) as db:
        firm = found(db)
        firm.daan.password_hash = passwords.hashed(PASSWORD)
        db.commit()
        yield firm


@pytest.fixture
def server(database_url: str, firm: Firm, start_beklijf: StartBeklijf) -> Beklijf:  # noqa: ARG001 - the firm must be there first
    return start_beklijf({"BEKLIJF_DATABASE_URL": database_url})


def test_a_killed_worker_is_followed_by_another(firm: Firm, server: Beklijf) -> None:
    with signed_in(server) as daan:
        asked = sent(daan)
        os.kill(until(lambda: bringing_in(server)), signal.SIGKILL)
        until(lambda: standing(daan, asked)["state"] in OVER, seconds=60)
        assert standing(daan, asked)["state"] == "done"
        assert cards(firm) == ROWS


def test_a_power_cut_leaves_nothing_and_the_file_comes_in_later(
    firm: Firm, server: Beklijf
) -> None:
    with signed_in(server) as daan:
        asked = sent(daan)
        until(lambda: bringing_in(server))
        server.kill()
        assert cards(firm) == 0
        # The lease of a worker that says nothing any more runs out.
        firm.db.execute(update(Import).values(lease_until=None))
        firm.db.commit()
        server.start()
        until(lambda: standing(daan, asked)["state"] in OVER, seconds=60)
        assert standing(daan, asked)["state"] == "done"
        assert cards(firm) == ROWS


def test_calling_it_off_while_it_is_worked_on_leaves_nothing(firm: Firm, server: Beklijf) -> None:
    with signed_in(server) as daan:
        asked = sent(daan)
        until(lambda: bringing_in(server))
        ended = daan.delete(f"/imports/{asked}").raise_for_status().json()
        assert ended["state"] == "cancelled"
        until(lambda: not bringing_in(server))
        assert cards(firm) == 0


def signed_in(server: Beklijf) -> httpx.Client:
    given = {"email": "daan@molenwerk.example", "password": PASSWORD}
    answer = httpx.post(f"{server.url}/api/v1/sign-in", json=given).raise_for_status()
    headers = {"Authorization": f"Bearer {answer.json()['access_token']}"}
    return httpx.Client(base_url=f"{server.url}/api/v1", headers=headers, timeout=30)


def sent(daan: httpx.Client) -> int:
    """The id of an import that a worker does."""
    made = daan.post("/card-sets", json={"title": "Groot", "language": "nl"}).raise_for_status()
    path = f"/card-sets/{made.json()['id']}/imports"
    answer = daan.post(path, params={"background": 1}, files={"file": ("groot.csv", TABLE)})
    return int(answer.raise_for_status().json()["id"])


def standing(daan: httpx.Client, import_id: int) -> Any:
    return daan.get(f"/imports/{import_id}").raise_for_status().json()


def bringing_in(server: Beklijf) -> int:
    """The process that works on the import, 0 when there is none."""
    for pid in server.processes():
        shown = subprocess.run(
            ["ps", "-o", "command=", "-p", str(pid)], capture_output=True, text=True, check=False
        )
        if " bring-in " in shown.stdout:
            return pid
    return 0


def cards(firm: Firm) -> int:
    """As they stand now."""
    firm.db.rollback()
    return firm.db.query(Card).count()
