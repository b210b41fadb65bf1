"""A colleague of Fatima who practises through the API, as her phone would."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4

import httpx

PASSWORD = "een lang wachtwoord"


def practise(url: str, invitation: str, now: datetime, count: int) -> None:
    """Accepts the invitation and answers `count` cards of today, one in ten seconds up to `now`."""
    with httpx.Client(base_url=f"{url}/api/v1") as api:
        signed_in = _post(api, "/invitations/accept", {"token": invitation, "password": PASSWORD})
        api.headers["Authorization"] = f"Bearer {signed_in['access_token']}"
        cards = api.get("/session").raise_for_status().json()["cards"][:count]
        assert len(cards) == count
        moments = [now - timedelta(seconds=10 * number) for number in range(count)]
        results = _post(api, "/reviews", {"reviews": _reviews(cards, moments)})["results"]
        assert {result["status"] for result in results} == {"recorded"}


def _post(api: httpx.Client, path: str, body: dict[str, Any]) -> Any:
    return api.post(path, json=body).raise_for_status().json()


def _reviews(cards: Sequence[dict[str, Any]], moments: Sequence[datetime]) -> list[dict[str, Any]]:
    return [
        {
            "id": str(uuid4()),
            "card_id": card["card_id"],
            "reviewed_at": moment.isoformat(),
            "took_ms": 4000,
            **({"rating": 3} if card["kind"] == "recall" else {"answer": card["correct"][0]}),
        }
        for card, moment in zip(cards, moments, strict=True)
    ]
