"""Writes the entries of cards: as their authors have them, and as the live release has them.

Each function gives the words it met, so that whoever calls many teaches them at once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import exists, select
from sqlalchemy.orm import Session

from content.search.texts import Texts, indexed
from server.store import search_index
from server.store.card_sets import Card, CardSet, CardVariant
from server.store.releases import ReleasedCard
from server.store.search_index import MAKING, RELEASED, SearchEntry

AT_ONCE = 1000

Face = Mapping[str, Any]
Shelved = tuple[dict[str, Any], Sequence[Face], str, list[str]]
"""A card's own columns, its faces, topic and tags."""


def shelve_cards(db: Session, card_ids: Iterable[int]) -> set[str]:
    """Writes these cards as they stand; deleted ones leave the index."""
    words: set[str] = set()
    for some in _chunks(card_ids):
        search_index.remove(db, MAKING, some)
        words |= _put(db, _in_the_making(db, some))
    return words


def shelve_release(db: Session, card_set_id: int) -> set[str]:
    """Takes in the cards that the set's live release changed, and takes out those that left it."""
    words: set[str] = set()
    for some in _chunks(_left(db, card_set_id)):
        search_index.remove(db, RELEASED, some)
    for some in _chunks(_changed(db, card_set_id)):
        search_index.remove(db, RELEASED, some)
        words |= _put(db, _released(db, card_set_id, some))
    return words


def _in_the_making(db: Session, ids: Sequence[int]) -> Iterator[Shelved]:
    cards = db.execute(
        select(Card.id, Card.card_set_id, Card.topic, Card.tags, Card.face).where(
            Card.id.in_(ids), Card.deleted_at.is_(None)
        )
    ).all()
    faces = {card.id: [card.face] for card in cards}
    variants = db.execute(
        select(CardVariant.card_id, CardVariant.face)
        .where(CardVariant.card_id.in_(ids), CardVariant.deleted_at.is_(None))
        .order_by(CardVariant.id)
    )
    for card_id, face in variants:
        if card_id in faces:
            faces[card_id].append(face)
    for card in cards:
        own = {"shelf": MAKING, "card_set_id": card.card_set_id, "released_in": None}
        yield {**own, "card_id": card.id}, faces[card.id], card.topic, card.tags


def _released(db: Session, card_set_id: int, ids: Sequence[int]) -> Iterator[Shelved]:
    cards = db.execute(
        select(
            ReleasedCard.card_id, ReleasedCard.topic, ReleasedCard.tags,
            ReleasedCard.faces, ReleasedCard.changed_in,
        )
        .join(CardSet, CardSet.live_release_id == ReleasedCard.release_id)
        .where(CardSet.id == card_set_id, ReleasedCard.card_id.in_(ids))
    )  # fmt: skip
    for card in cards:
        own = {"shelf": RELEASED, "card_set_id": card_set_id, "released_in": card.changed_in}
        yield {**own, "card_id": card.card_id}, card.faces, card.topic, card.tags


def _changed(db: Session, card_set_id: int) -> Sequence[int]:
    """Cards that the index does not have as the live release does: `changed_in` tells."""
    same = (
        (SearchEntry.card_id == ReleasedCard.card_id)
        & (SearchEntry.shelf == RELEASED)
        & (SearchEntry.released_in == ReleasedCard.changed_in)
    )
    return db.scalars(
        select(ReleasedCard.card_id)
        .join(CardSet, CardSet.live_release_id == ReleasedCard.release_id)
        .where(CardSet.id == card_set_id, ~exists().where(same))
    ).all()


def _left(db: Session, card_set_id: int) -> Sequence[int]:
    live = select(CardSet.live_release_id).where(CardSet.id == card_set_id).scalar_subquery()
    there = exists().where(
        ReleasedCard.release_id == live, ReleasedCard.card_id == SearchEntry.card_id
    )
    return db.scalars(
        select(SearchEntry.card_id)
        .where(SearchEntry.card_set_id == card_set_id, SearchEntry.shelf == RELEASED, ~there)
        .distinct()
    ).all()


def _put(db: Session, cards: Iterable[Shelved]) -> set[str]:
    rows: list[dict[str, Any]] = []
    words: set[str] = set()
    for own, faces, topic, tags in cards:
        for language, found in indexed(faces, topic, tags).items():
            rows.append({**own, "language": language, **_columns(found.texts)})
            words |= found.words
    search_index.put(db, rows)
    return words


def _columns(texts: Texts) -> dict[str, str]:
    return {
        "prompt": texts.prompt,
        "answer": texts.answer,
        "explanation": texts.explanation,
        "rest": texts.rest,
    }


def _chunks(ids: Iterable[int]) -> Iterator[list[int]]:
    left = sorted(ids)
    for at in range(0, len(left), AT_ONCE):
        yield left[at : at + AT_ONCE]
