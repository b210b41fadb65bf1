"""Who brought files into sets: authors of what came in, for as long as the set is there."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from server.store.base import Base, OfOrganisation, RowId, row_id


class Imported(OfOrganisation, Base):
    """A file that a person brought into a set.

    One row instead of a version of each new card: a file may hold a hundred thousand.
    """

    __tablename__ = "imported"

    id: Mapped[row_id]
    card_set_id: Mapped[int] = mapped_column(RowId, ForeignKey("card_sets.id"), index=True)
    person_id: Mapped[int] = mapped_column(RowId, ForeignKey("people.id"))
    at: Mapped[datetime]
