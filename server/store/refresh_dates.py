"""Dates before which learners want to have a topic fresh again, of their own accord."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date, datetime
from functools import lru_cache
from typing import Any

from sqlalchemy import ForeignKey, String, UniqueConstraint, bindparam, cast, func, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from server.store.base import Base, OfOrganisation, RowId, row_id, table
from server.store.releases import ReleasedCard


class RefreshDate(OfOrganisation, Base):
    """The day `before` which a topic is refreshed, in whatever set it is; `price` as for a date."""

    __tablename__ = "refresh_dates"
    __table_args__ = (UniqueConstraint("person_id", "topic"),)

    id: Mapped[row_id]
    person_id: Mapped[int] = mapped_column(RowId, ForeignKey("people.id"))
    topic: Mapped[str]
    before: Mapped[date]
    desired_recall: Mapped[float]
    price: Mapped[float]
    created_at: Mapped[datetime]

    @property
    def policy(self) -> dict[str, Any]:
        """The date as a campaign's policy says it."""
        return _policy(self.before.isoformat(), self.desired_recall, self.price)


Policies = Mapping[str, dict[str, Any]]

_dates = table(RefreshDate)
# The topic comes last, for it may hold spaces. One from a table may hold line breaks too; controls
# like this one are cleaned out of every topic.
_BETWEEN = "\x1e"
dates_text = (
    select(
        func.aggregate_strings(
            cast(_dates.c.before, String) + " " + cast(_dates.c.desired_recall, String)
            + " " + cast(_dates.c.price, String) + " " + _dates.c.topic,
            _BETWEEN,
        )
    )
    .where(
        _dates.c.organisation_id == bindparam("organisation_id"),
        _dates.c.person_id == bindparam("person"),
    )
    .scalar_subquery()
)  # fmt: skip


@lru_cache(maxsize=1000)
def read(text: str | None) -> Policies:
    """The policies by topic that `dates_text` tells of, past ones too."""
    lines = (line.split(" ", 3) for line in text.split(_BETWEEN)) if text else ()
    return {topic: _policy(on, float(recall), float(price)) for on, recall, price, topic in lines}


def _policy(on: str, desired_recall: float, price: float) -> dict[str, Any]:
    return {"kind": "deadline", "on": on, "desired_recall": desired_recall, "price": price}


def ahead(policies: Policies, on: date) -> Policies:
    """Those whose date is still to come on that day: a past one asks nothing any more."""
    return {topic: one for topic, one in policies.items() if one["on"] > on.isoformat()}


def of_person(db: Session, person_id: int) -> list[RefreshDate]:
    """The person's dates, the nearest first, past ones too."""
    statement = select(RefreshDate).where(RefreshDate.person_id == person_id)
    return list(db.scalars(statement.order_by(RefreshDate.before, RefreshDate.id)))


def topics(db: Session, release_ids: Collection[int]) -> list[str]:
    """The topics of the cards in these releases, by name."""
    statement = (
        select(ReleasedCard.topic)
        .where(ReleasedCard.release_id.in_(release_ids), ReleasedCard.topic != "")
        .distinct()
    )
    return sorted(db.scalars(statement), key=str.casefold)
