"""Who changed the cards of a set: what they say, which there are, and in which order."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from server.store.base import Base, OfOrganisation, RowId


class SetAuthor(OfOrganisation, Base):
    """A person who had a hand in a set, and when last.

    One row for each, whatever they did: a deletion or another order leaves no version of a card
    behind, and a file may hold a hundred thousand cards.
    """

    __tablename__ = "set_authors"

    card_set_id: Mapped[int] = mapped_column(RowId, ForeignKey("card_sets.id"), primary_key=True)
    person_id: Mapped[int] = mapped_column(RowId, ForeignKey("people.id"), primary_key=True)
    changed_at: Mapped[datetime]


def note(db: Session, card_set_id: int, person_id: int, at: datetime) -> None:
    """The person changed something now. Call with the set held."""
    found = db.scalar(
        select(SetAuthor).where(
            SetAuthor.card_set_id == card_set_id, SetAuthor.person_id == person_id
        )
    )
    if found is None:
        db.add(SetAuthor(card_set_id=card_set_id, person_id=person_id, changed_at=at))
    else:
        found.changed_at = at


def since(db: Session, card_set_id: int, moment: datetime | None) -> set[int]:
    """Who changed something from a moment on, or ever."""
    statement = select(SetAuthor.person_id).where(SetAuthor.card_set_id == card_set_id)
    if moment is not None:
        statement = statement.where(SetAuthor.changed_at >= moment)
    return set(db.scalars(statement))
