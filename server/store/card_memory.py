"""What the fold of the review log gives per learner and card: memory, due day, first answers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import (
    ColumnElement,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Table,
    bindparam,
    delete,
    insert,
    select,
    update,
)
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Mapped, Session, mapped_column

from server.store.base import Base, OfOrganisation, RowId, table
from server.store.prepared import Prepared
from server.store.scope import OF_UPDATED


class CardMemory(OfOrganisation, Base):
    """The memory of one learner for one card; rebuilt from the log at will.

    `last_review_at` tells a late answer from one in order without reading the log. `variants_seen`
    are ids of wordings, the latest seen last, 0 for the card's own.
    """

    __tablename__ = "card_memory"
    __table_args__ = (Index("ix_card_memory_person_id_due_on", "person_id", "due_on"),)

    person_id: Mapped[int] = mapped_column(RowId, ForeignKey("people.id"), primary_key=True)
    card_id: Mapped[int] = mapped_column(
        RowId, ForeignKey("cards.id"), primary_key=True, index=True
    )
    stability: Mapped[float]
    difficulty: Mapped[float]
    first_study_day: Mapped[date]
    last_study_day: Mapped[date]
    reviews: Mapped[int]
    lapses: Mapped[int]
    correct_run: Mapped[int]
    due_on: Mapped[date]
    variants_seen: Mapped[str] = mapped_column(server_default="")
    last_review_at: Mapped[datetime]
    changed_at: Mapped[datetime]


class FirstAnswer(OfOrganisation, Base):
    """The first answer of a study day to a card met before: what true recall is counted from.

    `retrievability` is what the model foretold, kept for calibration.
    """

    __tablename__ = "first_answers"
    __table_args__ = (
        # One key to look up where every other row has two: a rebuild writes millions of these.
        ForeignKeyConstraint(
            ["organisation_id", "person_id"], ["people.organisation_id", "people.id"]
        ),
        Index("ix_first_answers_organisation_id_study_day", "organisation_id", "study_day"),
    )

    # Without the index of its own that every customer's row has: the one above begins with it.
    organisation_id: Mapped[int] = mapped_column(RowId)

    person_id: Mapped[int] = mapped_column(RowId, primary_key=True)
    # No key of its own: each is folded from a review, which has one, and `memory rebuild --check`
    # finds any that is not. Asking for each whether its card is there took a third of a rebuild.
    card_id: Mapped[int] = mapped_column(RowId, primary_key=True, index=True)
    study_day: Mapped[date] = mapped_column(primary_key=True)
    correct: Mapped[bool]
    elapsed_days: Mapped[int]
    retrievability: Mapped[float]


_memory = table(CardMemory)
_first = table(FirstAnswer)


FOLDED = tuple(
    column.name
    for column in _memory.c
    if column.name not in {"person_id", "card_id", "organisation_id"}
)


def _of_person(of: Table) -> ColumnElement[bool]:
    return (of.c.organisation_id == bindparam("organisation_id")) & (
        of.c.person_id == bindparam("person")
    )


_select = Prepared(
    select(_memory).where(
        _of_person(_memory), _memory.c.card_id.in_(bindparam("cards", expanding=True))
    )
)
_names = tuple(column.name for column in _memory.c)
_insert = insert(_memory)
_update = (
    update(_memory)
    .where(
        _memory.c.organisation_id == bindparam(OF_UPDATED),
        _memory.c.person_id == bindparam("person"),
        _memory.c.card_id == bindparam("card"),
    )
    .values({name: bindparam(name) for name in FOLDED})
)
_delete = delete(_memory).where(
    _of_person(_memory), _memory.c.card_id.in_(bindparam("cards", expanding=True))
)
# A card that became new may be met for the second time on a day that counted already.
_first_insert = {
    "postgresql": postgresql.insert(_first).on_conflict_do_nothing(),
    "sqlite": sqlite.insert(_first).on_conflict_do_nothing(),
}
_first_delete = delete(_first).where(
    _of_person(_first), _first.c.card_id.in_(bindparam("cards", expanding=True))
)

Row = dict[str, Any]


def of_cards(db: Session, person_id: int, card_ids: Iterable[int]) -> dict[int, Row]:
    """Memory rows by card."""
    cards = list(card_ids)
    found = _select.rows(db, {"person": person_id, "cards": cards}) if cards else []
    rows = (dict(zip(_names, row, strict=True)) for row in found)
    return {row["card_id"]: row for row in rows}


def add(db: Session, rows: Sequence[Row]) -> None:
    """Inserts memory rows."""
    if rows:
        db.execute(_insert, [dict(row) for row in rows])


def change(db: Session, rows: Sequence[Row]) -> None:
    """Writes memory rows over those of the same person and card."""
    if rows:
        db.execute(_update, [_change(row) for row in rows])


def _change(row: Row) -> Row:
    key = {"person": row["person_id"], "card": row["card_id"]}
    return {**{name: row[name] for name in FOLDED}, **key}


def remove(db: Session, person_id: int, card_ids: Sequence[int]) -> None:
    """Forgets cards whose every review was taken back."""
    if card_ids:
        db.execute(_delete, {"person": person_id, "cards": list(card_ids)})


def add_first_answers(db: Session, rows: Sequence[Row]) -> None:
    """Inserts first answers; where a day of a card has one already, that one stays."""
    if rows:
        db.execute(_first_insert[db.get_bind().dialect.name], [dict(row) for row in rows])


def remove_first_answers(db: Session, person_id: int, card_ids: Sequence[int]) -> None:
    """Clears the first answers of these cards, before they are written anew."""
    if card_ids:
        db.execute(_first_delete, {"person": person_id, "cards": list(card_ids)})
