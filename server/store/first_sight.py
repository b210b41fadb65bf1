"""How many learners knew each card of a set the very first time.

These counts come from people; only `server.teaching.first_sight` reads them.
"""

from __future__ import annotations

from typing import NamedTuple

from sqlalchemy import case, func, select
from sqlalchemy.orm import Session

from server.store.card_memory import CardMemory
from server.store.card_sets import Card
from server.store.reviews import Review, TakeBack


class FirstSight(NamedTuple):
    """Learners who met a card, and how many of them were right the first time."""

    card_id: int
    learners: int
    right: int


def of_set(db: Session, card_set_id: int, *, least: int) -> list[FirstSight]:
    """The cards of the set that `least` learners or more have met, as far as memory remembers.

    Where a release made a card new, everybody meets it for the first time again.
    """
    met = (
        select(CardMemory.card_id)
        .join(Card, Card.id == CardMemory.card_id)
        .where(Card.card_set_id == card_set_id, Card.deleted_at.is_(None))
        .group_by(CardMemory.card_id)
        .having(func.count() >= least)
    )
    taken_back = select(TakeBack.review_id).where(
        TakeBack.person_id == Review.person_id, TakeBack.review_id == Review.id
    )
    place = func.row_number().over(
        partition_by=(Review.person_id, Review.card_id), order_by=(Review.reviewed_at, Review.id)
    )
    answers = (
        select(Review.card_id, Review.rating, place.label("place"))
        .join(
            CardMemory,
            (CardMemory.person_id == Review.person_id)
            & (CardMemory.card_id == Review.card_id)
            & (CardMemory.first_study_day == Review.study_day),
        )
        .where(CardMemory.card_id.in_(met), ~taken_back.exists())
        .subquery()
    )
    rows = db.execute(
        select(answers.c.card_id, func.count(), func.sum(case((answers.c.rating > 1, 1), else_=0)))
        .where(answers.c.place == 1)
        .group_by(answers.c.card_id)
    )
    return [FirstSight(*row) for row in rows]
