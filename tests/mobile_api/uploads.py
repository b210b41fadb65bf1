"""Answers as phones send them."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from server.store.card_sets import Card
from tests.server.firm import NOW
from tests.server.practice.desk import review_id
from tests.support.phone import Phone


def review(name: object, card: Card, at: datetime = NOW, **more: Any) -> dict[str, Any]:
    """One item of an upload; a right answer that she graded herself, unless said otherwise."""
    item = {
        "id": str(review_id(name)), "card_id": card.id, "took_ms": 4000,
        "reviewed_at": at.isoformat().replace("+00:00", "Z"), **more,
    }  # fmt: skip
    return item if "answer" in more or "rating" in more else {**item, "rating": 3}


def send(phone: Phone, *items: object) -> list[Any]:
    """What became of each."""
    results: list[Any] = phone.post("/reviews", {"reviews": items})["results"]
    return results
