"""Files that mean harm, sent to a real server with its real sandbox."""

from __future__ import annotations

import re
from collections.abc import Iterator
from http import HTTPStatus
from pathlib import Path

import httpx
import pytest

from tests.servers.beklijf import Beklijf
from tests.servers.fixtures import StartBeklijf
from tests.support.hostile import hostile_files

pytestmark = pytest.mark.servers

PASSWORD = "zeven molens draaien"
# What one upload may leave behind in the server: the form and its answer, and no more of the file.
MOST_GROWTH_MIB = 60
EVIL = "evil"


@pytest.fixture
def server(start_beklijf: StartBeklijf) -> Beklijf:
    return start_beklijf({"BEKLIJF_BACKGROUND_FROM_MIB": "20"}, "--embedded")


@pytest.fixture
def daan(server: Beklijf) -> Iterator[httpx.Client]:
    assert server.command("organisation", "add", "molenwerk", "--name", "Molenwerk").stdout
    added = server.command("person", "add", "daan@molenwerk.example", "--role", "trainer")
    token = re.search(r"token=(\S+)", added.stdout)
    assert token is not None, added
    accepted = httpx.post(
        f"{server.url}/api/v1/invitations/accept",
        json={"token": token[1], "password": PASSWORD, "name": "Daan"},
    ).raise_for_status()
    headers = {"Authorization": f"Bearer {accepted.json()['access_token']}"}
    with httpx.Client(base_url=f"{server.url}/api/v1", headers=headers, timeout=60) as client:
        yield client


def test_they_are_refused_with_a_remedy_and_leave_nothing(
    server: Beklijf, daan: httpx.Client
) -> None:
    made = daan.post("/card-sets", json={"title": "Doel", "language": "nl"}).json()["id"]
    path = f"/card-sets/{made}/imports"
    daan.post(path, files={"file": ("b.csv", b"vraag;antwoord\nWie?;Ik\n")}).raise_for_status()
    before, kept = _memory_mib(server), _files(server)
    for tries, (name, data) in hostile_files().items():
        answer = daan.post(path, files={"file": (name, data)})
        problem = answer.json()
        assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY, (tries, answer.text)
        assert all(one["where"] and one["message"] for one in problem["errors"]), (tries, problem)
        assert problem["errors"], tries
    assert daan.get(f"/card-sets/{made}").json()["cards"] == 1
    assert _memory_mib(server) - before < MOST_GROWTH_MIB
    assert _files(server) == kept
    assert not [path for path in (Path("/tmp"), server.folder) if list(path.glob(f"{EVIL}*"))]  # noqa: S108 - where one of them wants to write


def test_the_server_goes_on_when_a_worker_meets_them(server: Beklijf, daan: httpx.Client) -> None:
    made = daan.post("/card-sets", json={"title": "Doel", "language": "nl"}).json()["id"]
    name, data = hostile_files()["a bomb in zstd"]
    answer = daan.post(
        f"/card-sets/{made}/imports", params={"background": 1}, files={"file": (name, data)}
    )
    import_id = answer.raise_for_status().json()["id"]
    while not (now := daan.get(f"/imports/{import_id}").json())["finished_at"]:
        assert server.alive()
    assert (now["state"], len(now["report"]["problems"])) == ("refused", 1)


def _files(server: Beklijf) -> list[str]:
    """What lies in the data folder, but for the database and the mails of its clock."""
    found = (server.folder / "data").rglob("*")
    own = (one for one in found if one.is_file() and one.parent.name != "outgoing-mail")
    return sorted(str(one) for one in own if "sqlite" not in one.name)


def _memory_mib(server: Beklijf) -> float:
    """What the processes of the server hold now."""
    statuses = [
        Path(f"/proc/{pid}/status").read_text(encoding="ascii") for pid in server.processes()
    ]
    return sum(int(kib) for kib in re.findall(r"VmRSS:\s+(\d+)", "".join(statuses))) / 1024
