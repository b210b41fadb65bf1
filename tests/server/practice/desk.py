"""Fatima at her desk: a released set in a campaign of hers, and answers to its cards."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID, uuid5

from server.practice import rebuild, record_reviews
from server.practice.answers import Answer
from server.practice.record_reviews import Result
from server.store import card_memory
from server.store.card_memory import FirstAnswer
from server.store.card_sets import Card, CardSet
from server.store.people import Person
from tests.server.firm import NOW, Firm

SPACE = UUID("8f0e9c40-0000-4000-8000-000000000001")


def review_id(name: object) -> UUID:
    """Always the same UUID for the same name."""
    return uuid5(SPACE, str(name))


@dataclass
class Desk:
    firm: Firm
    fatima: Person
    card_set: CardSet
    cards: list[Card] = field(default_factory=list)

    def answer(self, name: object, card: Card | int = 0, **more: Any) -> Answer:
        """An answer to a card (or its number): right and just now, unless said otherwise."""
        card_id = self.cards[card].id if isinstance(card, int) else card.id
        fields: dict[str, Any] = {
            "variant_id": None, "answer": None, "rating": None, "confidence": None,
            "reviewed_at": NOW, "took_ms": 4000, **more,
        }  # fmt: skip
        if fields["answer"] is None and "rating" not in more:
            fields["rating"] = 3
        return Answer(id=review_id(name), card_id=card_id, **fields)

    def record(
        self, *answers: Answer, now: datetime = NOW, person: Person | None = None
    ) -> list[Result]:
        return record_reviews.record_reviews(
            self.firm.db, person or self.fatima, list(answers), now
        )

    def memory(self, card: int = 0) -> dict[str, Any] | None:
        """What is stored about Fatima's memory of the card."""
        card_id = self.cards[card].id
        return card_memory.of_cards(self.firm.db, self.fatima.id, [card_id]).get(card_id)

    def first_answers(self) -> list[FirstAnswer]:
        """What counts towards true recall, by day."""
        rows = self.firm.db.query(FirstAnswer).populate_existing()
        return rows.order_by(FirstAnswer.study_day, FirstAnswer.card_id).all()

    def rebuilt(self, now: datetime = NOW) -> list[int]:
        """Folds all memory of the firm again; gives how many cards, page by page."""
        db, own = self.firm.db, self.firm.organisation.id
        return [rebuild.rebuild(db, own, people, now) for people in rebuild.pages(db, own)]

    def differences(self) -> list[rebuild.Difference]:
        """Where what is stored is not what the log gives."""
        return list(rebuild.differences(self.firm.db, self.firm.organisation.id))


def statuses(results: Sequence[Result]) -> list[str]:
    return [result.status for result in results]
