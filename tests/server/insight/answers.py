"""Answers as the practice room would have written them."""

from __future__ import annotations

from datetime import UTC, date, datetime
from uuid import uuid4

from server.store.card_memory import FirstAnswer
from server.store.card_sets import Card
from server.store.people import Person
from server.store.reviews import Review
from tests.server.firm import Firm


def answered(firm: Firm, person: Person, card: Card, on: date, *, right: bool = True) -> None:
    """A first answer, and its review."""
    firm.add(
        FirstAnswer(
            person_id=person.id, card_id=card.id, study_day=on, correct=right, elapsed_days=7,
            retrievability=0.9,
        )
    )  # fmt: skip
    at = datetime(on.year, on.month, on.day, 9, tzinfo=UTC)
    firm.add(
        Review(
            person_id=person.id, id=uuid4(), card_id=card.id, card_variant_id=None,
            rating=3 if right else 1, score=None, answer=None, confidence=None, reviewed_at=at,
            received_at=at, study_day=on, aims="readiness:0.9", took_ms=4000,
        )
    )  # fmt: skip
