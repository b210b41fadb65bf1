"""Finding cards by their words, in four rounds at most, each more forgiving than the one before."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from content.search.hit import Hit
from content.search.question import Meaning, question_of
from content.search.ranking import Candidate, ranked
from server.store import search_index
from server.store.base import table
from server.store.card_sets import Card, CardVariant
from server.store.prepared import Prepared
from server.store.releases import ReleasedCard
from server.store.search_vocabulary import vocabulary

# Of two words both have to be there: half a question finds nothing worth reading.
FEW = 3


_cards, _wordings, _in_release = table(Card), table(CardVariant), table(ReleasedCard)
_making = Prepared(
    select(_cards.c.id, _cards.c.card_set_id, _cards.c.topic, _cards.c.tags, _cards.c.face).where(
        _cards.c.organisation_id == bindparam("organisation_id"),
        _cards.c.id.in_(bindparam("ids", expanding=True)),
        _cards.c.deleted_at.is_(None),
    )
)
_variants = Prepared(
    select(_wordings.c.card_id, _wordings.c.face)
    .where(
        _wordings.c.organisation_id == bindparam("organisation_id"),
        _wordings.c.card_id.in_(bindparam("ids", expanding=True)),
        _wordings.c.deleted_at.is_(None),
    )
    .order_by(_wordings.c.id)
)
_of_releases = select(
    _in_release.c.card_id, _in_release.c.release_id, _in_release.c.topic, _in_release.c.tags,
    _in_release.c.faces,
).where(
    _in_release.c.organisation_id == bindparam("organisation_id"),
    _in_release.c.release_id.in_(bindparam("releases", expanding=True)),
)  # fmt: skip
_released = Prepared(
    _of_releases.where(_in_release.c.card_id.in_(bindparam("ids", expanding=True)))
)
_listed = Prepared(
    _of_releases.where(_in_release.c.card_id > bindparam("after"))
    .order_by(_in_release.c.card_id)
    .limit(bindparam("limit"))
)


@dataclass(frozen=True, slots=True)
class Found:
    """A card as a line in a list; `place` is where the list goes on behind it."""

    card_id: int
    card_set_id: int
    card_set_title: str
    hit: Hit
    place: int


@dataclass(frozen=True, slots=True)
class Hits:
    """Cards that answer a question, best first; and what its words were taken to mean."""

    question: list[Meaning]
    best: list[Candidate]


def find(db: Session, shelf: str, text: str, *, card_set_ids: Sequence[int] | None = None) -> Hits:
    """Cards on a shelf that hold every word of the text, as it is or in a compound.

    Where there are none, typing errors are forgiven; and where there are still none, the cards
    count that hold the most of the words. The best 200 at most.
    """
    question = question_of(text)
    if not question or card_set_ids == []:
        return Hits(question, [])
    words = vocabulary(db)
    for meaning in question:
        meaning.learn_parts(words)
    best: list[Candidate] = []
    for forgiving, every_word in ((False, True), (True, True), (True, False)):
        if best or (not every_word and len(question) < FEW):
            break
        if forgiving and every_word:
            for meaning in question:
                meaning.learn_slips(words)
        found = search_index.candidates(
            db, shelf, question, every_word=every_word, card_set_ids=card_set_ids
        )
        best = ranked(question, found)
    return Hits(question, best)


class Said(NamedTuple):
    """What a card says; `home` is its set, or its release where it was looked up in one."""

    card_id: int
    home: int
    topic: str
    tags: list[str]
    faces: list[Any]


def listed(db: Session, release_ids: Sequence[int], *, after: int, limit: int) -> list[Said]:
    """Cards of these releases by card id, from the one after `after`."""
    values = {"releases": release_ids, "after": after, "limit": limit}
    return [Said(*row) for row in _listed.rows(db, values)]


def released(db: Session, release_ids: Sequence[int], card_ids: Sequence[int]) -> dict[int, Said]:
    """Those of these cards that the releases hold."""
    if not card_ids:
        return {}
    rows = _released.rows(db, {"releases": release_ids, "ids": card_ids})
    return {row[0]: Said(*row) for row in rows}


def in_the_making(db: Session, card_ids: Sequence[int]) -> dict[int, Said]:
    """These cards with their wordings as authors have them, deleted ones left out."""
    if not card_ids:
        return {}
    others: dict[int, list[Any]] = defaultdict(list)
    for card_id, face in _variants.rows(db, {"ids": card_ids}):
        others[card_id].append(face)
    rows = _making.rows(db, {"ids": card_ids})
    return {
        card_id: Said(card_id, home, topic, tags, [face, *others[card_id]])
        for card_id, home, topic, tags, face in rows
    }
