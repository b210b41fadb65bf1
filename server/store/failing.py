"""Which cards fail again and again, counted from the first answers of the last weeks.

These counts come from people; only `server.teaching.failing` reads them, and keeps them to groups
that are large enough.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, NamedTuple

from sqlalchemy import case, func, or_, select
from sqlalchemy.orm import Session

from server.store.card_memory import CardMemory, FirstAnswer
from server.store.card_sets import Card
from server.store.care import InboxItem, Kind, State
from server.store.releases import ReleasedCard
from server.store.rests import is_leech
from server.store.reviews import Review, TakeBack

PERCENT = 100


@dataclass(frozen=True, slots=True)
class Weeks:
    """Study days `first` to `last`."""

    first: date
    last: date


class Count(NamedTuple):
    """First answers to a card: by how many learners, how many, and how many of them right."""

    card_id: int
    card_set_id: int
    learners: int
    answers: int
    right: int


class Given(NamedTuple):
    """A wrong answer as it is in the log."""

    card_id: int
    variant_id: int | None
    person_id: int
    answer: list[Any]


def stuck(db: Session, weeks: Weeks) -> dict[int, int]:
    """For how many learners each card became a leech in these weeks, and is one still."""
    rows = db.execute(
        select(CardMemory.card_id, func.count())
        .where(
            is_leech(CardMemory.__table__),
            CardMemory.last_study_day.between(weeks.first, weeks.last),
        )
        .group_by(CardMemory.card_id)
    )
    return dict(rows.all())


def worst(
    db: Session,
    weeks: Weeks,
    *,
    floor: int,
    below_percent: int,
    also: Collection[int],
    without: Collection[int],
    limit: int,
) -> list[Count]:
    """Cards that `floor` learners or more answered and of which so few answers were right.

    Those of `also` come whatever was right, and first; then the worst, `limit` in all. What is read
    is bounded by the weeks, whatever the history.
    """
    right = func.sum(case((FirstAnswer.correct, 1), else_=0))
    answers = func.count()
    learners = func.count(FirstAnswer.person_id.distinct())
    rows = db.execute(
        select(Card.id, Card.card_set_id, learners, answers, right)
        .select_from(FirstAnswer)
        .join(Card, Card.id == FirstAnswer.card_id)
        .where(
            FirstAnswer.study_day.between(weeks.first, weeks.last),
            Card.deleted_at.is_(None),
            Card.id.not_in(without),
        )
        .group_by(Card.id, Card.card_set_id)
        .having(
            learners >= floor,
            or_(right * PERCENT < answers * below_percent, Card.id.in_(also)),
        )
        .order_by(Card.id.in_(also).desc(), right * 1.0 / answers, Card.id)
        .limit(limit)
    )
    return [Count(*row) for row in rows]


def wrong_answers(db: Session, card_ids: Iterable[int], weeks: Weeks) -> list[Given]:
    """The wrong answers that learners gave on days on which they did not know the card at first."""
    taken_back = select(TakeBack.review_id).where(
        TakeBack.person_id == Review.person_id, TakeBack.review_id == Review.id
    )
    rows = db.execute(
        select(Review.card_id, Review.card_variant_id, Review.person_id, Review.answer)
        .select_from(FirstAnswer)
        # By person and day, for which there is an index: the log of a card grows for ever.
        .join(
            Review,
            (Review.person_id == FirstAnswer.person_id)
            & (Review.study_day == FirstAnswer.study_day)
            & (Review.card_id == FirstAnswer.card_id),
        )
        .where(
            FirstAnswer.study_day.between(weeks.first, weeks.last),
            FirstAnswer.card_id.in_(list(card_ids)),
            ~FirstAnswer.correct,
            Review.score < 1,
            ~taken_back.exists(),
        )
    )
    return [Given(*row) for row in rows]


def wordings(db: Session, card_ids: Iterable[int]) -> dict[int, list[dict[str, Any]]]:
    """The faces of these cards as last released."""
    ids = list(card_ids)
    latest = (
        select(func.max(ReleasedCard.release_id))
        .where(ReleasedCard.card_id.in_(ids))
        .group_by(ReleasedCard.card_id)
    )
    rows = db.scalars(
        select(ReleasedCard).where(
            ReleasedCard.card_id.in_(ids), ReleasedCard.release_id.in_(latest)
        )
    )
    return {row.card_id: row.faces for row in sorted(rows, key=lambda row: row.release_id)}


def known(db: Session, mended_since: datetime, left_since: datetime) -> list[InboxItem]:
    """Items about failing cards that are open, or closed so lately that the card is left alone."""
    return list(
        db.scalars(
            select(InboxItem).where(
                InboxItem.kind == Kind.FAILING,
                or_(
                    InboxItem.state == State.OPEN,
                    (InboxItem.state == State.ACCEPTED) & (InboxItem.decided_at > mended_since),
                    (InboxItem.state == State.DECLINED) & (InboxItem.decided_at > left_since),
                ),
            )
        )
    )
