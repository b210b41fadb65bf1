"""A power cut while answers come in loses none and doubles none."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID, uuid5

import httpx
import pytest

from server.people import passwords
from server.store import reviews
from tests.server.firm import Firm, found, session_on
from tests.servers.beklijf import Beklijf
from tests.servers.fixtures import StartBeklijf
from tests.support import sets

pytestmark = [pytest.mark.servers]

UPLOADS = 200
CARDS = 12
PASSWORD = "een lang wachtwoord"
FAMILY = UUID("4b3f3ad0-0a4e-4d6a-9d8e-2f7a6f2f0c11")


@pytest.fixture
def firm(database_url: str) -> Iterator[Firm]:
    with session_on(database_url) as db:
        yield found(db)


def test_a_killed_server_loses_and_doubles_nothing(
    database_url: str, firm: Firm, start_beklijf: StartBeklijf
) -> None:
    cards = practising(firm)
    server = start_beklijf({"BEKLIJF_DATABASE_URL": database_url})
    uploads = [upload(number, cards) for number in range(UPLOADS)]
    accepted = send(server, token(server), uploads, kill_after=80)
    assert 80 <= len(accepted) < UPLOADS
    server.start()
    assert send(server, token(server), uploads, kill_after=None) == set(range(UPLOADS))
    server.stop()
    assert reviews.count(firm.db) == UPLOADS
    firm.db.rollback()
    checked = server.command("memory", "rebuild", "--check")
    assert checked.returncode == 0, checked.stdout + checked.stderr


def practising(firm: Firm) -> list[int]:
    """Fatima with a password, in a campaign that runs today; gives her cards."""
    fatima = firm.person("Fatima", password_hash=passwords.hashed(PASSWORD))
    card_set = firm.card_set()
    cards = sets.recalls(firm, card_set, CARDS)
    sets.release(firm, card_set)
    today = datetime.now(UTC).date()
    sets.campaign(firm, card_set, people=(fatima,), starts_on=today - timedelta(days=2))
    firm.db.commit()
    return [card.id for card in cards]


def upload(number: int, cards: list[int]) -> dict[str, Any]:
    """An answer of its own moment, some of them right."""
    moment = datetime.now(UTC) - timedelta(days=1, seconds=UPLOADS - number)
    return {
        "id": str(uuid5(FAMILY, str(number))),
        "card_id": cards[number % CARDS],
        "rating": 1 if number % 5 == 0 else 3,
        "reviewed_at": moment.isoformat(),
        "took_ms": 900,
    }


def token(server: Beklijf) -> str:
    given = {"email": "fatima@molenwerk.example", "password": PASSWORD}
    answer = httpx.post(f"{server.url}/api/v1/sign-in", json=given).raise_for_status()
    return str(answer.json()["access_token"])


def send(
    server: Beklijf, bearer: str, uploads: list[dict[str, Any]], kill_after: int | None
) -> set[int]:
    """Sends each upload by itself, four at a time, and gives those that were acknowledged."""
    accepted: set[int] = set()
    killing = threading.Lock()
    client = httpx.Client(headers={"Authorization": f"Bearer {bearer}"})

    def one(number: int) -> None:
        try:
            answer = client.post(
                f"{server.url}/api/v1/reviews", json={"reviews": [uploads[number]]}
            )
        except httpx.HTTPError:
            return
        if answer.is_success:
            (result,) = answer.json()["results"]
            assert result["status"] in {"recorded", "duplicate"}
            with killing:
                accepted.add(number)
                if len(accepted) == kill_after:
                    server.kill()

    with client, ThreadPoolExecutor(4) as pool:
        list(pool.map(one, range(len(uploads))))
    return accepted
