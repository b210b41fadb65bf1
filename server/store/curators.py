"""Curators: people who decide what comes in about a set, or about a topic in all sets."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, ForeignKey, Index, Select, select
from sqlalchemy.orm import Mapped, Session, joinedload, mapped_column, relationship

from server.store.base import Base, OfOrganisation, RowId, row_id
from server.store.card_sets import CardSet
from server.store.people import Person


class Curator(OfOrganisation, Base):
    """A person's care for one set, or for one topic wherever it occurs; never both in one row."""

    __tablename__ = "curators"
    __table_args__ = (
        CheckConstraint("(card_set_id IS NULL) <> (topic IS NULL)", name="one_reach"),
        Index("ix_curators_person_id", "person_id"),
    )

    id: Mapped[row_id]
    person_id: Mapped[int] = mapped_column(RowId, ForeignKey("people.id"))
    card_set_id: Mapped[int | None] = mapped_column(RowId, ForeignKey("card_sets.id"))
    topic: Mapped[str | None]

    person: Mapped[Person] = relationship(lazy="raise")
    card_set: Mapped[CardSet | None] = relationship(lazy="raise")


def _whole() -> Select[Curator]:
    return select(Curator).options(joinedload(Curator.person), joinedload(Curator.card_set))


def of_person(db: Session, person_id: int) -> list[Curator]:
    """What a person curates."""
    return list(db.scalars(_whole().where(Curator.person_id == person_id)))


def all_of_them(db: Session) -> list[Curator]:
    """Every curator with set, by name; few people curate."""
    return list(db.scalars(_whole().join(Curator.person).order_by(Person.name, Curator.id)))


def by_id(db: Session, curator_id: int) -> Curator | None:
    """One row."""
    return db.scalar(select(Curator).where(Curator.id == curator_id))
