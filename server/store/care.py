"""What learners say about cards: flags and suggestions."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from server.store.base import Base, OfOrganisation, RowId, row_id


class CardFlag(OfOrganisation, Base):
    """A problem that a learner reports on a card."""

    __tablename__ = "card_flags"

    id: Mapped[row_id]
    card_id: Mapped[int] = mapped_column(RowId, ForeignKey("cards.id"), index=True)
    person_id: Mapped[int] = mapped_column(RowId, ForeignKey("people.id"))
    reason: Mapped[str]
    note: Mapped[str]
    created_at: Mapped[datetime]


class Suggestion(OfOrganisation, Base):
    """A better text that a learner proposes for a card."""

    __tablename__ = "suggestions"

    id: Mapped[row_id]
    card_id: Mapped[int] = mapped_column(RowId, ForeignKey("cards.id"), index=True)
    person_id: Mapped[int] = mapped_column(RowId, ForeignKey("people.id"))
    proposal: Mapped[dict[str, Any]]
    note: Mapped[str]
    created_at: Mapped[datetime]
