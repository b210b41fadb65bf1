"""Finding cards by their words, in four rounds at most, each more forgiving than the one before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from content.search.hit import Hit
from content.search.question import Meaning, question_of
from content.search.ranking import Candidate, ranked
from server.store import search_index
from server.store.releases import ReleasedCard
from server.store.search_vocabulary import vocabulary

# Of two words both have to be there: half a question finds nothing worth reading.
FEW = 3


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


def listed(
    db: Session, release_ids: Sequence[int], *, after: int, limit: int
) -> list[ReleasedCard]:
    """Cards of these releases by card id, from the one after `after`."""
    return list(
        db.scalars(
            select(ReleasedCard)
            .where(ReleasedCard.release_id.in_(release_ids), ReleasedCard.card_id > after)
            .order_by(ReleasedCard.card_id)
            .limit(limit)
        )
    )


def released(
    db: Session, release_ids: Sequence[int], card_ids: Sequence[int]
) -> dict[int, ReleasedCard]:
    """Those of these cards that the releases hold."""
    rows = db.scalars(
        select(ReleasedCard).where(
            ReleasedCard.release_id.in_(release_ids), ReleasedCard.card_id.in_(card_ids)
        )
    )
    return {row.card_id: row for row in rows}
