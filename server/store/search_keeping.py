"""Keeps the search index: whatever changes a card or makes a release live, in the same commit.

The session itself notes which cards changed, because a use case that forgot to would not fail:
its cards would just not be found. Only what writes past the session's objects says so itself,
with `search_index.cards_changed`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sqlalchemy import delete, event, exists, inspect, select
from sqlalchemy.orm import Session, UOWTransaction

from content.search.stems import forms
from server.store import search_index, search_vocabulary, search_waiting
from server.store.base import Base, table
from server.store.card_sets import Card, CardSet, CardVariant
from server.store.search_index import CARDS, MAKING, NEW, SETS, SearchEntry, cards_changed
from server.store.search_shelves import shelve_cards, shelve_release

_TELLING: Mapping[type[Base], tuple[str, ...]] = {
    Card: ("face", "topic", "tags", "deleted_at"),
    CardVariant: ("face", "deleted_at"),
    CardSet: ("live_release_id",),
}


# Without the filter on organisations, which a card's id does not need: SQLite would go by it, and
# look at all entries of the firm once for each card.
_entries = table(SearchEntry)

MOST_AT_ONCE = 1_000
"""New cards that are indexed with the commit that brings them; more take a while."""


def install(session_class: type[Session]) -> None:
    """Hangs the keeping on every session of the class."""
    event.listen(session_class, "after_flush", _note)
    event.listen(session_class, "before_commit", keep)
    event.listen(session_class, "after_commit", search_vocabulary.committed)
    event.listen(session_class, "after_rollback", _forget)


def keep(db: Session) -> None:
    """Brings the index up to what was written; commits nothing itself."""
    db.flush()
    cards: set[int] = db.info.pop(CARDS, set())
    sets: set[int] = db.info.pop(SETS, set())
    db.info.pop(NEW, None)
    if cards or sets:
        _shelve(db, cards, sets)


def leave_new_cards(db: Session, card_set_id: int) -> None:
    """Commits without the cards just added to the set; a job takes them in by `fill_some`.

    Indexing a hundred thousand cards takes longer than writing them, and SQLite would let nobody
    else write for all that time.
    """
    new = db.info.get(NEW, set())
    if len(new) > MOST_AT_ONCE:
        db.info.get(CARDS, set()).difference_update(new)
        search_waiting.add(db, card_set_id)


def fill_some(db: Session, card_set_id: int, most: int) -> int:
    """Adds cards of the set that the index misses, so many at most; how many.

    A card that its author is writing at this moment is left: it comes in with that commit.
    """
    there = exists().where(_entries.c.card_id == Card.id, _entries.c.shelf == MAKING)
    missing = db.scalars(
        select(Card.id)
        .where(Card.card_set_id == card_set_id, Card.deleted_at.is_(None), ~there)
        .order_by(Card.id)
        .limit(most)
        .with_for_update(key_share=True, skip_locked=True)
    ).all()
    _shelve(db, missing, ())
    return len(missing)


def rebuild(db: Session) -> int:
    """Makes the organisation's index anew; how many cards it holds."""
    db.execute(delete(SearchEntry), execution_options={"synchronize_session": False})
    search_vocabulary.keep_only(db, ())
    return fill(db)


def prune_words(db: Session) -> None:
    """Forgets the words that no card has any more.

    A word counts as had where its stem stands in the index, which has stems only.
    """
    known = search_vocabulary.alone(db)
    had = search_index.stems(db)
    search_vocabulary.keep_only(db, (word for word in known if not had.isdisjoint(forms(word))))


def fill(db: Session) -> int:
    """Adds the organisation's cards that the index misses; how many."""
    there = exists().where(_entries.c.card_id == Card.id, _entries.c.shelf == MAKING)
    missing = db.scalars(select(Card.id).where(Card.deleted_at.is_(None), ~there)).all()
    released = db.scalars(select(CardSet.id).where(CardSet.live_release_id.is_not(None))).all()
    _shelve(db, missing, released)
    return len(missing)


def _shelve(db: Session, card_ids: Iterable[int], card_set_ids: Iterable[int]) -> None:
    words = shelve_cards(db, card_ids)
    for card_set_id in sorted(card_set_ids):
        words |= shelve_release(db, card_set_id)
    search_vocabulary.learn(db, words)


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
    search_vocabulary.committed(db)
    db.info.pop(CARDS, None)
    db.info.pop(SETS, None)
    db.info.pop(NEW, None)
