"""The wordings of released cards, kept in memory after their first read.

A release never changes and a whole cohort is asked the same cards, so nearly every session finds
its wordings here and spares the database its largest read.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Any, NamedTuple

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from server.store import scope
from server.store.base import table
from server.store.keeping import Keeping
from server.store.releases import ReleasedCard

# Some 3 kB each.
MOST_KEPT = 5_000


class Wording(NamedTuple):
    """A released card with all its faces in wire form. It is shared: nobody may change it."""

    card_id: int
    release_id: int
    topic: str
    faces: list[dict[str, Any]]


Key = tuple[int, int, int]
"""Organisation, release and card: what was read for one firm is never given to another."""

_released = table(ReleasedCard)
_wordings = select(
    _released.c.card_id, _released.c.release_id, _released.c.topic, _released.c.faces
).where(
    _released.c.organisation_id == bindparam("organisation_id"),
    _released.c.release_id.in_(bindparam("releases", expanding=True)),
    _released.c.card_id.in_(bindparam("cards", expanding=True)),
)

_kept: Keeping[Key, Wording] = Keeping(MOST_KEPT)


def wordings(db: Session, cards: Collection[tuple[int, int]]) -> dict[int, Wording]:
    """The wordings of these (release, card), by card; at most one statement, mostly none."""
    own = scope.organisation_of(db)
    kept = _kept.get(db, [(own, release, card) for release, card in cards])
    found = {card: one for (_, _, card), one in kept.items()}
    missing = [(release, card) for release, card in cards if card not in found]
    if missing:
        read = _read(db, missing)
        _kept.put(db, {(own, one.release_id, one.card_id): one for one in read})
        found |= {one.card_id: one for one in read}
    return found


def _read(db: Session, cards: Collection[tuple[int, int]]) -> list[Wording]:
    releases = sorted({release for release, _ in cards})
    rows = db.execute(_wordings, {"releases": releases, "cards": [card for _, card in cards]})
    return [Wording._make(row) for row in rows.all()]
