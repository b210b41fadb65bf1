"""Care for cards: what learners hand in, and the items that whoever looks after a card decides."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from server.store.base import Base, OfOrganisation, RowId, row_id
from server.store.card_sets import CardVariant
from server.store.people import Person


class Kind(StrEnum):
    """What an item is about: the first three come from learners, the last from their answers."""

    FLAG = "flag"
    SUGGESTION = "suggestion"
    PROPOSAL = "proposal"
    FAILING = "failing"


class State(StrEnum):
    """Whether an item was decided, and how."""

    OPEN = "open"
    ACCEPTED = "accepted"
    DECLINED = "declined"


class InboxItem(OfOrganisation, Base):
    """One thing to decide. All open flags on a card are one item.

    `topic` is that of a proposed card; other items have the topic of their card. `variant` is the
    wording that a better text is about, where it is not the card's own. `evidence` is what a
    failing card is judged by, `undo` what a reopened item puts back.
    """

    __tablename__ = "inbox_items"
    __table_args__ = (Index("ix_inbox_items_organisation_id_state", "organisation_id", "state"),)

    id: Mapped[row_id]
    kind: Mapped[str]
    state: Mapped[str]
    card_set_id: Mapped[int] = mapped_column(RowId, ForeignKey("card_sets.id"), index=True)
    card_id: Mapped[int | None] = mapped_column(RowId, ForeignKey("cards.id"), index=True)
    card_variant_id: Mapped[int | None] = mapped_column(RowId, ForeignKey("card_variants.id"))
    topic: Mapped[str] = mapped_column(default="")
    raised_at: Mapped[datetime]
    decided_at: Mapped[datetime | None]
    decided_by_id: Mapped[int | None] = mapped_column(RowId, ForeignKey("people.id"))
    reason: Mapped[str] = mapped_column(default="")
    evidence: Mapped[dict[str, Any] | None]
    undo: Mapped[dict[str, Any] | None]

    decided_by: Mapped[Person | None] = relationship(lazy="raise")
    variant: Mapped[CardVariant | None] = relationship(lazy="raise")


class Contribution(OfOrganisation, Base):
    """What one learner handed in: a flag, a better text or a card.

    The phone makes `key`, so that a repeated send is known. `about` is the question as the learner
    saw it, which may not be what the authors have by now. `named` says that the name may be told.
    """

    __tablename__ = "contributions"
    __table_args__ = (UniqueConstraint("person_id", "key"),)

    id: Mapped[row_id]
    key: Mapped[UUID | None]
    person_id: Mapped[int] = mapped_column(RowId, ForeignKey("people.id"))
    item_id: Mapped[int] = mapped_column(RowId, ForeignKey("inbox_items.id"), index=True)
    kind: Mapped[str]
    card_id: Mapped[int | None] = mapped_column(RowId, ForeignKey("cards.id"), index=True)
    about: Mapped[str]
    reason: Mapped[str] = mapped_column(default="")
    note: Mapped[str] = mapped_column(default="")
    proposal: Mapped[dict[str, Any]]
    named: Mapped[bool] = mapped_column(default=False)
    created_at: Mapped[datetime]
    seen_at: Mapped[datetime | None]

    person: Mapped[Person] = relationship(lazy="raise")
    item: Mapped[InboxItem] = relationship(lazy="raise")
