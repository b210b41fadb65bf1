"""Taking an answer back: by another event, never by deleting."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from server.practice.fold import refold
from server.store import answering, card_memory, parameter_sets, reviews
from server.store.people import Learner
from server.store.reviews import TakeBack


def take_back(
    db: Session, learner: Learner, review_id: UUID, now: datetime
) -> tuple[int, dict[str, Any] | None] | None:
    """Takes a review of the learner back and folds its card again.

    Gives the card and its memory row (None when no answer is left), or None for an unknown
    review. Doing it twice is doing it once.
    """
    set_id = answering.take_turn(db, learner.id)
    review = reviews.review(db, learner.id, review_id)
    if review is None:
        return None
    card_id = review.card_id
    if reviews.taken_back(db, learner.id, review_id) is not None:
        return card_id, card_memory.of_cards(db, learner.id, [card_id]).get(card_id)
    db.add(TakeBack(person_id=learner.id, review_id=review_id, taken_back_at=now))
    db.flush()
    parameters = parameter_sets.of_id(db, set_id)
    return card_id, refold(db, learner.id, [card_id], now, parameters).get(card_id)
