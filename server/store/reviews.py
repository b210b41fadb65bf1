"""The review log: append-only, and the truth from which memory and figures are rebuilt."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import ForeignKey, Index, bindparam, func, insert, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from scheduler.baseline import is_folded
from server.store.base import Base, OfOrganisation, RowId, table
from server.store.prepared import Prepared


class Review(OfOrganisation, Base):
    """One answer event. The phone makes the id; with the person it is the key.

    So a repeated send changes nothing, and one person's id cannot shut out another's review.
    `reviewed_at` is the phone's moment kept within bounds, `study_day` the learner's day then,
    `aims` what campaigns and learner aimed at then, as `scheduler.policy.aims` writes it; `phase`
    is `pre` in a pre-test: with them the log alone gives memory and due day again.
    """

    __tablename__ = "reviews"
    __table_args__ = (
        Index("ix_reviews_person_id_card_id", "person_id", "card_id"),
        Index("ix_reviews_person_id_study_day", "person_id", "study_day"),
    )

    person_id: Mapped[int] = mapped_column(RowId, ForeignKey("people.id"), primary_key=True)
    id: Mapped[UUID] = mapped_column(primary_key=True)
    card_id: Mapped[int] = mapped_column(RowId, ForeignKey("cards.id"), index=True)
    card_variant_id: Mapped[int | None] = mapped_column(RowId, ForeignKey("card_variants.id"))
    rating: Mapped[int]
    score: Mapped[float | None]
    answer: Mapped[list[Any] | None]
    confidence: Mapped[str | None]
    reviewed_at: Mapped[datetime]
    received_at: Mapped[datetime]
    study_day: Mapped[date]
    aims: Mapped[str]
    # The learner's parameter set at the answer, which gave its due day; None for the defaults.
    parameter_set_id: Mapped[int | None] = mapped_column(RowId)
    took_ms: Mapped[int]
    phase: Mapped[str | None]


class TakeBack(OfOrganisation, Base):
    """The event that takes a review back. The review itself stays in the log."""

    __tablename__ = "take_backs"

    person_id: Mapped[int] = mapped_column(RowId, ForeignKey("people.id"), primary_key=True)
    review_id: Mapped[UUID] = mapped_column(primary_key=True)
    taken_back_at: Mapped[datetime]


class LoggedReview(NamedTuple):
    """What the fold needs of a review."""

    card_id: int
    id: UUID
    rating: int
    reviewed_at: datetime
    study_day: date
    aims: str
    parameter_set_id: int | None
    card_variant_id: int | None


_reviews = table(Review)
_take_backs = table(TakeBack)
_mine = (_reviews.c.organisation_id == bindparam("organisation_id")) & (
    _reviews.c.person_id == bindparam("person")
)

_known = Prepared(
    select(_reviews.c.id, _reviews.c.rating, _reviews.c.score).where(
        _mine, _reviews.c.id.in_(bindparam("ids", expanding=True))
    )
)
_insert = insert(_reviews)
_log = (
    select(
        _reviews.c.card_id,
        _reviews.c.id,
        _reviews.c.rating,
        _reviews.c.reviewed_at,
        _reviews.c.study_day,
        _reviews.c.aims,
        _reviews.c.parameter_set_id,
        _reviews.c.card_variant_id,
        _reviews.c.phase,
    )
    .outerjoin(
        _take_backs,
        (_take_backs.c.person_id == _reviews.c.person_id)
        & (_take_backs.c.review_id == _reviews.c.id),
    )
    .where(
        _mine,
        _reviews.c.card_id.in_(bindparam("cards", expanding=True)),
        _take_backs.c.review_id.is_(None),
    )
    .order_by(_reviews.c.card_id, _reviews.c.reviewed_at, _reviews.c.id)
)


def known(db: Session, person_id: int, ids: Sequence[UUID]) -> dict[UUID, tuple[int, float | None]]:
    """Rating and score of those of these reviews that are already in the person's log."""
    rows = _known.rows(db, {"person": person_id, "ids": ids}) if ids else []
    return {review: (rating, score) for review, rating, score in rows}


def append(db: Session, rows: Sequence[dict[str, Any]]) -> None:
    """Adds reviews, each a dict of all columns but the organisation, in one round trip."""
    if rows:
        db.execute(_insert, [dict(row) for row in rows])


def log_of(db: Session, person_id: int, card_ids: Iterable[int]) -> dict[int, list[LoggedReview]]:
    """The reviews of these cards that memory is folded from, oldest first.

    Left out are those taken back, and wrong answers of a pre-test.
    """
    rows = db.execute(_log, {"person": person_id, "cards": list(card_ids)})
    logs: dict[int, list[LoggedReview]] = {}
    for *row, phase in rows:
        one = LoggedReview(*row)
        if is_folded(phase, one.rating):
            logs.setdefault(one.card_id, []).append(one)
    return logs


def first_of_days(db: Session, person_id: int, days: int, since: date) -> list[datetime]:
    """When each of the latest days with an answer began, newest first."""
    statement = (
        select(func.min(Review.reviewed_at))
        .where(Review.person_id == person_id, Review.study_day >= since)
        .group_by(Review.study_day)
        .order_by(Review.study_day.desc())
        .limit(days)
    )
    return [moment for moment in db.scalars(statement) if moment is not None]


def review(db: Session, person_id: int, review_id: UUID) -> Review | None:
    """One review of the person's log."""
    return db.scalar(select(Review).where(Review.person_id == person_id, Review.id == review_id))


def taken_back(db: Session, person_id: int, review_id: UUID) -> TakeBack | None:
    """The event that took the review back, if there is one."""
    return db.scalar(
        select(TakeBack).where(TakeBack.person_id == person_id, TakeBack.review_id == review_id)
    )


def count(db: Session) -> int:
    """How many reviews the log holds, with those taken back."""
    return db.scalar(select(func.count()).select_from(Review)) or 0
