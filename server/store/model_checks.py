"""Weekly checks of the memory model, and the counts they are made of."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy import UniqueConstraint, case, func, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Mapped, Session

from scheduler.drift import LearnerSum
from server.store.base import Base, OfOrganisation, row_id, table
from server.store.card_memory import FirstAnswer


class ModelCheck(OfOrganisation, Base):
    """What was foretold in the weeks up to `last_day` against what was remembered.

    One a week and organisation, even where two clocks do it at once. The numbers are null where
    there were too few answers or learners to tell; `low` and `high` bound observed - predicted.
    """

    __tablename__ = "model_checks"
    __table_args__ = (UniqueConstraint("organisation_id", "last_day"),)

    id: Mapped[row_id]
    first_day: Mapped[date]
    last_day: Mapped[date]
    verdict: Mapped[str]
    n: Mapped[int | None]
    learners: Mapped[int | None]
    predicted: Mapped[float | None]
    observed: Mapped[float | None]
    low: Mapped[float | None]
    high: Mapped[float | None]
    checked_at: Mapped[datetime]


_checks = table(ModelCheck)
_keep = {
    "postgresql": postgresql.insert(_checks).on_conflict_do_nothing().returning(_checks.c.id),
    "sqlite": sqlite.insert(_checks).on_conflict_do_nothing().returning(_checks.c.id),
}


def latest(db: Session) -> ModelCheck | None:
    """The last check, if there was one."""
    return db.scalar(select(ModelCheck).order_by(ModelCheck.last_day.desc()).limit(1))


def checked(db: Session, last_day: date) -> bool:
    """Whether the weeks up to that day are judged."""
    return db.scalar(select(ModelCheck.id).where(ModelCheck.last_day == last_day)) is not None


def keep(db: Session, row: dict[str, Any]) -> bool:
    """Inserts a check, a dict of its columns; False where those weeks have one already."""
    return db.execute(_keep[db.get_bind().dialect.name], row).first() is not None


def sums(db: Session, first: date, last: date) -> list[LearnerSum]:
    """First answers of those days by learner, nameless; what is read is bounded by the days."""
    right = func.sum(case((FirstAnswer.correct, 1), else_=0))
    rows = db.execute(
        select(func.count(), right, func.sum(FirstAnswer.retrievability))
        .where(FirstAnswer.study_day.between(first, last))
        .group_by(FirstAnswer.person_id)
    )
    return [LearnerSum(*row) for row in rows]
