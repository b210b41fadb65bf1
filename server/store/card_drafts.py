"""Cards that course material suggests, each waiting for its author's word."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import ForeignKey, Index, UniqueConstraint, delete, func, select
from sqlalchemy.orm import Mapped, Session, joinedload, mapped_column, relationship

from server.store.base import Base, OfOrganisation, RowId, row_id
from server.store.people import Person


class State(StrEnum):
    """What the author said of a draft."""

    OPEN = "open"
    KEPT = "kept"
    DROPPED = "dropped"


class CardDraft(OfOrganisation, Base):
    """One suggestion. `place_kind` and `place_number` say where in the file it comes from.

    `identity` is the same for drafts that ask the same, so that a file that comes in twice brings
    nothing twice. `origin` is the service that wrote it; '' where the material did. `card_id` is
    the card that a kept one became.
    """

    __tablename__ = "card_drafts"
    __table_args__ = (
        UniqueConstraint("card_set_id", "identity"),
        Index("ix_card_drafts_card_set_id_state_id", "card_set_id", "state", "id"),
    )

    id: Mapped[row_id]
    card_set_id: Mapped[int] = mapped_column(RowId, ForeignKey("card_sets.id"))
    file_name: Mapped[str]
    place_kind: Mapped[str]
    place_number: Mapped[int]
    identity: Mapped[str]
    face: Mapped[dict[str, Any]]
    topic: Mapped[str]
    quote: Mapped[str]
    why: Mapped[str]
    origin: Mapped[str]
    state: Mapped[str]
    card_id: Mapped[int | None] = mapped_column(RowId, ForeignKey("cards.id"))
    decided_by_id: Mapped[int | None] = mapped_column(RowId, ForeignKey("people.id"))
    decided_at: Mapped[datetime | None]
    created_at: Mapped[datetime]

    decided_by: Mapped[Person | None] = relationship(lazy="raise")


def page(
    db: Session, card_set_id: int, state: str | None, *, after: int | None, limit: int
) -> list[CardDraft]:
    """The drafts of a set in the order in which they came; of one state, or all."""
    wanted = select(CardDraft).options(joinedload(CardDraft.decided_by))
    wanted = wanted.where(CardDraft.card_set_id == card_set_id)
    if state is not None:
        wanted = wanted.where(CardDraft.state == state)
    if after is not None:
        wanted = wanted.where(CardDraft.id > after)
    return list(db.scalars(wanted.order_by(CardDraft.id).limit(limit)))


def one(db: Session, card_set_id: int, draft_id: int) -> CardDraft | None:
    """The draft as it now stands, with who decided."""
    return db.scalar(
        select(CardDraft)
        .options(joinedload(CardDraft.decided_by))
        .where(CardDraft.card_set_id == card_set_id, CardDraft.id == draft_id)
        .execution_options(populate_existing=True)
    )


def counts(db: Session, card_set_id: int) -> dict[str, dict[str, int]]:
    """How many drafts each file gave, by state; the files in the order in which they came."""
    rows = db.execute(
        select(CardDraft.file_name, CardDraft.state, func.count(), func.min(CardDraft.id))
        .where(CardDraft.card_set_id == card_set_id)
        .group_by(CardDraft.file_name, CardDraft.state)
    ).all()
    found: dict[str, dict[str, int]] = {}
    for name, state, count, _ in sorted(rows, key=lambda row: row[3]):
        found.setdefault(name, dict.fromkeys(State, 0))[state] = count
    return found


def known(db: Session, card_set_id: int, identities: Iterable[str]) -> set[str]:
    """Which of these the set has had already, whatever became of them."""
    wanted = list(identities)
    return set(
        db.scalars(
            select(CardDraft.identity).where(
                CardDraft.card_set_id == card_set_id, CardDraft.identity.in_(wanted)
            )
        )
    )


def remove_open(db: Session, card_set_id: int, file_name: str | None) -> int:
    """Forgets the drafts of a file, or of all, that nobody decided on; how many there were."""
    gone = delete(CardDraft).where(
        CardDraft.card_set_id == card_set_id, CardDraft.state == State.OPEN.value
    )
    if file_name is not None:
        gone = gone.where(CardDraft.file_name == file_name)
    done = db.execute(gone.execution_options(synchronize_session=False))
    return int(done.rowcount)  # type: ignore[attr-defined]  # a DELETE gives a CursorResult
