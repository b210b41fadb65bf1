"""Keeps the search index: whatever changes a card or makes a release live, in the same commit.

The session itself notes which cards changed, because a use case that forgot to would not fail:
its cards would just not be found. Only what writes past the session's objects says so itself,
with `search_index.cards_changed`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import delete, event, exists, inspect, select
from sqlalchemy.orm import Session, UOWTransaction

from content.search.texts import Texts, indexed
from server.store import search_index, search_words
from server.store.base import Base
from server.store.card_sets import Card, CardSet, CardVariant
from server.store.releases import ReleasedCard
from server.store.search_index import (
    CARDS,
    MAKING,
    RELEASED,
    SETS,
    SearchEntry,
    cards_changed,
)

AT_ONCE = 1000
NEVER = {"released_in": None}
_TELLING: Mapping[type[Base], tuple[str, ...]] = {
    Card: ("face", "topic", "tags", "deleted_at"),
    CardVariant: ("face", "deleted_at"),
    CardSet: ("live_release_id",),
}

Face = Mapping[str, Any]
Shelved = tuple[dict[str, Any], Sequence[Face], str, list[str]]


def install(session_class: type[Session]) -> None:
    """Hangs the keeping on every session of the class."""
    event.listen(session_class, "after_flush", _note)
    event.listen(session_class, "before_commit", keep)
    event.listen(session_class, "after_rollback", _forget)


def keep(db: Session) -> None:
    """Brings the index up to what was written; commits nothing itself."""
    db.flush()
    cards: set[int] = db.info.pop(CARDS, set())
    sets: set[int] = db.info.pop(SETS, set())
    for some in _chunks(sorted(cards)):
        _keep_cards(db, some)
    for card_set_id in sorted(sets):
        _keep_release(db, card_set_id)


def rebuild(db: Session) -> int:
    """Makes the organisation's index anew; how many cards it holds."""
    db.execute(delete(SearchEntry), execution_options={"synchronize_session": False})
    search_words.forget_all(db)
    return fill(db)


def fill(db: Session) -> int:
    """Adds the organisation's cards that the index misses; how many."""
    there = exists().where(SearchEntry.card_id == Card.id, SearchEntry.shelf == MAKING)
    missing = db.scalars(select(Card.id).where(Card.deleted_at.is_(None), ~there)).all()
    for some in _chunks(missing):
        _keep_cards(db, some)
    for card_set_id in db.scalars(select(CardSet.id).where(CardSet.live_release_id.is_not(None))):
        _keep_release(db, card_set_id)
    return len(missing)


def _note(db: Session, _context: UOWTransaction) -> None:
    for row in (*db.new, *db.dirty):
        names = _TELLING.get(type(row))
        if names is None or not any(
            inspect(row).attrs[name].history.has_changes() for name in names
        ):
            continue
        if isinstance(row, Card):
            cards_changed(db, [row.id])
        elif isinstance(row, CardVariant):
            cards_changed(db, [row.card_id])
        elif isinstance(row, CardSet):
            db.info.setdefault(SETS, set()).add(row.id)


def _forget(db: Session) -> None:
    db.info.pop(CARDS, None)
    db.info.pop(SETS, None)


def _keep_cards(db: Session, ids: Sequence[int]) -> None:
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
    search_index.remove(db, MAKING, ids)
    _put(
        db,
        (
            (
                {"shelf": MAKING, "card_set_id": card.card_set_id, "card_id": card.id, **NEVER},
                faces[card.id],
                card.topic,
                card.tags,
            )
            for card in cards
        ),
    )


def _keep_release(db: Session, card_set_id: int) -> None:
    """Takes in the cards that the live release changed, and takes out those that left it."""
    live = select(CardSet.live_release_id).where(CardSet.id == card_set_id).scalar_subquery()
    # A card that stays as it was keeps the row of the release that wrote it: `changed_in` tells.
    stale = (
        select(ReleasedCard.card_id)
        .where(ReleasedCard.release_id == live)
        .outerjoin(
            SearchEntry,
            (SearchEntry.card_id == ReleasedCard.card_id) & (SearchEntry.shelf == RELEASED),
        )
        .where(SearchEntry.id.is_(None) | (SearchEntry.released_in != ReleasedCard.changed_in))
        .distinct()
    )
    wanted = db.scalars(stale).all()
    gone = db.scalars(
        select(SearchEntry.card_id)
        .where(
            SearchEntry.card_set_id == card_set_id,
            SearchEntry.shelf == RELEASED,
            ~exists().where(
                ReleasedCard.release_id == live, ReleasedCard.card_id == SearchEntry.card_id
            ),
        )
        .distinct()
    ).all()
    for some in _chunks(gone):
        search_index.remove(db, RELEASED, some)
    for some in _chunks(wanted):
        search_index.remove(db, RELEASED, some)
        cards = db.execute(
            select(
                ReleasedCard.card_id, ReleasedCard.topic, ReleasedCard.tags,
                ReleasedCard.faces, ReleasedCard.changed_in,
            ).where(ReleasedCard.release_id == live, ReleasedCard.card_id.in_(some))
        )  # fmt: skip
        own = {"shelf": RELEASED, "card_set_id": card_set_id}
        _put(
            db,
            (
                (
                    {**own, "card_id": card.card_id, "released_in": card.changed_in},
                    card.faces,
                    card.topic,
                    card.tags,
                )
                for card in cards
            ),
        )


def _put(db: Session, cards: Iterable[Shelved]) -> None:
    """Adds entries of cards, each given as its own columns, faces, topic and tags."""
    rows: list[dict[str, Any]] = []
    words: set[str] = set()
    for own, faces, topic, tags in cards:
        for language, found in indexed(faces, topic, tags).items():
            rows.append({**own, "language": language, **_columns(found.texts)})
            words |= found.words
    search_index.put(db, rows)
    search_words.learn(db, words)


def _columns(texts: Texts) -> dict[str, str]:
    return {
        "prompt": texts.prompt,
        "answer": texts.answer,
        "explanation": texts.explanation,
        "rest": texts.rest,
    }


def _chunks(ids: Collection[int]) -> Iterator[list[int]]:
    left = list(ids)
    for at in range(0, len(left), AT_ONCE):
        yield left[at : at + AT_ONCE]
