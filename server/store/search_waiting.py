"""Sets with cards that the search index does not have yet.

Each import that leaves its cards to later adds a row, several for one set too. A row goes when no
card of the set is missing: looked up after the row was held, and so after its import was committed.
"""

from __future__ import annotations

from sqlalchemy import ForeignKey, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from server.store.base import Base, OfOrganisation, RowId, row_id


class SearchWaiting(OfOrganisation, Base):
    """One import whose cards have to be indexed."""

    __tablename__ = "search_waiting"

    id: Mapped[row_id]
    card_set_id: Mapped[int] = mapped_column(RowId, ForeignKey("card_sets.id"))


def add(db: Session, card_set_id: int) -> None:
    """Notes that cards of the set are not indexed yet."""
    db.add(SearchWaiting(card_set_id=card_set_id))


def oldest(db: Session) -> int | None:
    """The row that waits the longest."""
    return db.scalar(select(SearchWaiting.id).order_by(SearchWaiting.id).limit(1))


def taken(db: Session) -> SearchWaiting | None:
    """The oldest row that nobody else works on, held until the transaction ends."""
    return db.scalar(
        select(SearchWaiting)
        .order_by(SearchWaiting.id)
        .limit(1)
        .with_for_update(skip_locked=True)
        .execution_options(populate_existing=True)
    )
