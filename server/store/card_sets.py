"""Card sets as their authors edit them. What learners see is in `releases`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, UniqueConstraint, false, func, or_, select
from sqlalchemy.orm import Mapped, Session, joinedload, mapped_column, relationship, selectinload

from server.store import search_index
from server.store.base import Base, OfOrganisation, RowId, row_id, table
from server.store.bulk import insert_rows
from server.store.parts import in_parts
from server.store.people import Person
from server.store.traces import Traced, columns


class CardSet(OfOrganisation, Base):
    """A collection of cards with one owner, who looks them through again on `review_on`.

    With `second_reader` a release waits for somebody else's approval.
    """

    __tablename__ = "card_sets"

    id: Mapped[row_id]
    title: Mapped[str]
    language: Mapped[str]
    owner_id: Mapped[int] = mapped_column(RowId, ForeignKey("people.id"), index=True)
    live_release_id: Mapped[int | None] = mapped_column(
        RowId, ForeignKey("releases.id", use_alter=True)
    )
    created_at: Mapped[datetime]
    updated_at: Mapped[datetime]
    second_reader: Mapped[bool] = mapped_column(default=False, server_default=false())
    review_on: Mapped[date | None]

    owner: Mapped[Person] = relationship(lazy="raise")


class Card(Traced, OfOrganisation, Base):
    """A card in the making. `face` has the form of `content.card.to_json`.

    `version` goes up with every edit of the card or its variants. `credits` are the names of
    learners whose better text the card has, as far as they wanted to be named.
    """

    __tablename__ = "cards"
    __table_args__ = (
        UniqueConstraint("card_set_id", "key"),
        Index("ix_cards_card_set_id_position", "card_set_id", "position"),
    )

    id: Mapped[row_id]
    card_set_id: Mapped[int] = mapped_column(RowId, ForeignKey("card_sets.id"))
    key: Mapped[str]
    topic: Mapped[str]
    tags: Mapped[list[Any]]
    position: Mapped[int]
    face: Mapped[dict[str, Any]]
    version: Mapped[int] = mapped_column(default=1, server_default="1")
    credits: Mapped[list[Any] | None]
    valid_until: Mapped[date | None]
    deleted_at: Mapped[datetime | None]

    variants: Mapped[list[CardVariant]] = relationship(
        lazy="raise", order_by="CardVariant.id", back_populates="card"
    )


class CardVariant(OfOrganisation, Base):
    """Another wording of a card, sharing its memory."""

    __tablename__ = "card_variants"
    __table_args__ = (UniqueConstraint("card_id", "key"),)

    id: Mapped[row_id]
    card_id: Mapped[int] = mapped_column(RowId, ForeignKey("cards.id"), index=True)
    key: Mapped[str]
    face: Mapped[dict[str, Any]]
    deleted_at: Mapped[datetime | None]

    card: Mapped[Card] = relationship(lazy="raise", back_populates="variants")


_cards = table(Card)
_variants = table(CardVariant)


def card_set(db: Session, card_set_id: int) -> CardSet | None:
    """One set with its owner."""
    return db.scalar(
        select(CardSet).options(joinedload(CardSet.owner)).where(CardSet.id == card_set_id)
    )


def locked(db: Session, card_set_id: int) -> CardSet | None:
    """One set with its owner, held until the transaction ends: one at a time may change its cards.

    The lock leaves rows that refer to the set alone, so that learners go on flagging its cards.
    SQLite has no locks on rows; there every transaction already waits for the one before.
    """
    return db.scalar(
        select(CardSet)
        .options(joinedload(CardSet.owner))
        .where(CardSet.id == card_set_id)
        .with_for_update(of=CardSet, key_share=True)
        .execution_options(populate_existing=True)
    )


def of_ids(db: Session, ids: Iterable[int]) -> list[CardSet]:
    """These sets, bare, as far as there are such."""
    return list(db.scalars(select(CardSet).where(CardSet.id.in_(list(ids))).order_by(CardSet.id)))


def live_keys(db: Session, card_set_id: int) -> frozenset[str]:
    """The keys of the set's cards, deleted ones and variants left out."""
    return frozenset(
        db.scalars(
            select(Card.key).where(Card.card_set_id == card_set_id, Card.deleted_at.is_(None))
        )
    )


def by_title(db: Session, title: str) -> CardSet | None:
    """The oldest set of that title."""
    return db.scalar(
        select(CardSet)
        .options(joinedload(CardSet.owner))
        .where(CardSet.title == title)
        .order_by(CardSet.id)
        .limit(1)
    )


def listed(db: Session, *, words: str, after: tuple[str, int] | None, limit: int) -> list[CardSet]:
    """Sets by title, from the one after `after` = (title, id)."""
    lower = func.lower(CardSet.title)
    statement = (
        select(CardSet).options(joinedload(CardSet.owner)).order_by(lower, CardSet.id).limit(limit)
    )
    if words:
        statement = statement.where(CardSet.title.icontains(words, autoescape=True))
    if after:
        # The database makes both small: SQLite leaves an É as it is, and Python does not.
        title, set_id = func.lower(after[0]), after[1]
        statement = statement.where(or_(lower > title, (lower == title) & (CardSet.id > set_id)))
    return list(db.scalars(statement))


def card_counts(db: Session, ids: Iterable[int]) -> dict[int, int]:
    """Cards per set, deleted ones left out."""
    rows = db.execute(
        select(Card.card_set_id, func.count().label("cards"))
        .where(Card.card_set_id.in_(list(ids)), Card.deleted_at.is_(None))
        .group_by(Card.card_set_id)
    )
    return {row.card_set_id: row.cards for row in rows}


def cards(
    db: Session, card_set_id: int, *, after: int | None = None, limit: int | None = None
) -> list[Card]:
    """The set's cards in order, with variants; `after` is a position."""
    statement = (
        select(Card)
        .options(selectinload(Card.variants))
        .where(Card.card_set_id == card_set_id, Card.deleted_at.is_(None))
        .order_by(Card.position)
        .limit(limit)
        # Variants written in bulk are not in the collections that the session holds.
        .execution_options(populate_existing=True)
    )
    if after is not None:
        statement = statement.where(Card.position > after)
    return list(db.scalars(statement))


def all_cards(db: Session, card_set_id: int) -> list[Card]:
    """The set's cards with deleted ones: a key once used belongs to its card for good."""
    return list(
        db.scalars(
            select(Card)
            .options(selectinload(Card.variants))
            .where(Card.card_set_id == card_set_id)
            .order_by(Card.position)
        )
    )


def add_cards(db: Session, rows: Sequence[dict[str, Any]]) -> dict[str, int]:
    """Inserts cards of one set, each a dict of columns but id, organisation and traces; ids by key.

    The rows follow each other in the set. Neither as objects nor with RETURNING: a statement that
    gives ids back names each value of each row, and reading that takes longer than writing them.
    """
    if not rows:
        return {}
    traced = [{**row, **columns(row["face"])} for row in rows]
    insert_rows(db, _cards, traced)
    made = db.execute(
        select(Card.key, Card.id).where(
            Card.card_set_id == rows[0]["card_set_id"],
            Card.position.between(rows[0]["position"], rows[-1]["position"]),
        )
    )
    ids: dict[str, int] = {row.key: row.id for row in made}
    search_index.cards_added(db, ids.values())
    return ids


def add_variants(db: Session, rows: Sequence[dict[str, Any]]) -> None:
    """Inserts variants, each a dict of all columns but id and organisation."""
    if rows:
        insert_rows(db, _variants, rows)
        search_index.cards_changed(db, (row["card_id"] for row in rows))


def load_variants(db: Session, card_ids: Iterable[int]) -> None:
    """Brings the collections of cards that the session holds up to what was inserted in bulk."""
    for some in in_parts(card_ids):
        db.scalars(
            select(Card)
            .options(selectinload(Card.variants))
            .where(Card.id.in_(some))
            .execution_options(populate_existing=True)
        ).all()


def card(db: Session, card_set_id: int, card_id: int) -> Card | None:
    """One card of the set, deleted or not."""
    return db.scalar(
        select(Card)
        .options(selectinload(Card.variants))
        .where(Card.card_set_id == card_set_id, Card.id == card_id)
        # Read after the set was held: what was read before may be of another author's time.
        .execution_options(populate_existing=True)
    )


def of_set(db: Session, card_set_id: int, card_ids: Iterable[int]) -> list[Card]:
    """Those of these cards that are of the set, deleted or not, in order."""
    return list(
        db.scalars(
            select(Card)
            .options(selectinload(Card.variants))
            .where(Card.card_set_id == card_set_id, Card.id.in_(list(card_ids)))
            .order_by(Card.position)
            .execution_options(populate_existing=True)
        )
    )


def titles(db: Session, ids: Iterable[int]) -> dict[int, str]:
    """Titles of these sets."""
    rows = db.execute(select(CardSet.id, CardSet.title).where(CardSet.id.in_(list(ids))))
    return {row.id: row.title for row in rows}


def set_ids(db: Session, ids: Iterable[int]) -> dict[int, int]:
    """The set of each of these cards; of deleted ones too."""
    rows = db.execute(select(Card.id, Card.card_set_id).where(Card.id.in_(list(ids))))
    return dict(rows.all())


def prompts(db: Session, ids: Iterable[int]) -> dict[int, str]:
    """What these cards ask, as their authors last wrote it; deleted cards too."""
    rows = db.execute(select(Card.id, Card.face).where(Card.id.in_(list(ids))))
    return {row.id: row.face["prompt"] for row in rows}
