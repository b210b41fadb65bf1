"""Days on which the owner of a set has to look at it again, and that the owner was told."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, NamedTuple

from sqlalchemy import ForeignKey, func, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Mapped, Session, mapped_column

from server.store.base import Base, OfOrganisation, RowId, table
from server.store.card_sets import CardSet
from server.store.people import Person
from server.store.releases import ReleasedCard

REVIEW, EXPIRY = "set-review", "set-expiry"


class SetNotice(OfOrganisation, Base):
    """The owner was told that the set is to be looked through, or that cards of it end on a day."""

    __tablename__ = "set_notices"

    card_set_id: Mapped[int] = mapped_column(RowId, ForeignKey("card_sets.id"), primary_key=True)
    kind: Mapped[str] = mapped_column(primary_key=True)
    on: Mapped[date] = mapped_column(primary_key=True)
    told_at: Mapped[datetime]


class Coming(NamedTuple):
    """A day that the owner of a set has to know of; `cards` end then, none for a review."""

    card_set_id: int
    organisation_id: int
    owner_id: int
    title: str
    kind: str
    on: date
    cards: int


_notices = table(SetNotice)
_add = {
    "postgresql": postgresql.insert(_notices).on_conflict_do_nothing(),
    "sqlite": sqlite.insert(_notices).on_conflict_do_nothing(),
}


def coming(db: Session, today: date, until: date) -> list[Coming]:
    """Reviews due by today and cards that end from today to `until`, of which nobody was told."""
    told = select(SetNotice.card_set_id).where(SetNotice.card_set_id == CardSet.id)
    own = (CardSet.id, CardSet.organisation_id, CardSet.owner_id, CardSet.title)
    reviews = db.execute(
        select(*own, CardSet.review_on)
        .join(Person, Person.id == CardSet.owner_id)
        .where(
            Person.active,
            CardSet.review_on <= today,
            ~told.where(SetNotice.kind == REVIEW, SetNotice.on == CardSet.review_on).exists(),
        )
        .order_by(CardSet.id)
    )
    ends = ReleasedCard.valid_until
    expiries = db.execute(
        select(*own, ends, func.count())
        .join(ReleasedCard, ReleasedCard.release_id == CardSet.live_release_id)
        .join(Person, Person.id == CardSet.owner_id)
        .where(
            Person.active,
            ends.between(today, until),
            ~told.where(SetNotice.kind == EXPIRY, SetNotice.on == ends).exists(),
        )
        .group_by(*own, ends)
        .order_by(CardSet.id, ends)
    )
    return [
        *(Coming._make((*row[:4], REVIEW, row[4], 0)) for row in reviews.all()),
        *(Coming._make((*row[:4], EXPIRY, row[4], row[5])) for row in expiries.all()),
    ]


def tell(db: Session, one: Coming, now: datetime) -> bool:
    """Notes that the owner is told; False where another clock was first."""
    row: dict[str, Any] = {
        "organisation_id": one.organisation_id,
        "card_set_id": one.card_set_id,
        "kind": one.kind,
        "on": one.on,
        "told_at": now,
    }
    added = db.execute(_add[db.get_bind().dialect.name].returning(_notices.c.card_set_id), [row])
    return bool(added.all())
