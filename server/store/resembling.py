"""Cards of the organisation that may ask the same, by their traces."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from sqlalchemy import or_, select
from sqlalchemy.orm import Session, aliased

from server.store.card_sets import Card, CardSet
from server.store.parts import in_parts

MOST = 40
"""Candidates for one card; beyond them the traces say nothing."""
MOST_SHARED = 20_000

TRACES = (Card.trace_1, Card.trace_2, Card.trace_3, Card.trace_4)


class Candidate(NamedTuple):
    """A card that may ask the same, and where it is."""

    card_id: int
    card_set_id: int
    title: str
    face: dict[str, Any]


def candidates(db: Session, traces: Mapping[str, int], but: int | None) -> list[Candidate]:
    """Cards that share a trace, without the card `but`: a look-up in four indexes."""
    shares = or_(*(trace == traces[trace.key] for trace in TRACES))
    statement = (
        select(Card.id, Card.card_set_id, CardSet.title, Card.face)
        .join(CardSet, CardSet.id == Card.card_set_id)
        .where(shares, Card.deleted_at.is_(None))
        .order_by(Card.id)
        .limit(MOST)
    )
    if but is not None:
        statement = statement.where(Card.id != but)
    return [Candidate(*row) for row in db.execute(statement)]


def sharing(db: Session, card_set_id: int) -> list[tuple[int, int]]:
    """(Trace, card) for what cards of the set share with any card, in as many statements as
    there are traces."""
    found: list[tuple[int, int]] = []
    own = aliased(Card)
    for trace in TRACES:
        of_set = select(getattr(own, trace.key)).where(
            own.card_set_id == card_set_id, own.deleted_at.is_(None)
        )
        rows = db.execute(
            select(trace, Card.id)
            .where(trace.in_(of_set), Card.deleted_at.is_(None))
            .order_by(Card.id)
            .limit(MOST_SHARED)
        )
        found += [(value, card_id) for value, card_id in rows]
    return found


def of_ids(db: Session, ids: set[int]) -> list[Candidate]:
    """These cards with the titles of their sets."""
    statement = select(Card.id, Card.card_set_id, CardSet.title, Card.face).join(
        CardSet, CardSet.id == Card.card_set_id
    )
    return [
        Candidate(*row)
        for some in in_parts(ids)
        for row in db.execute(statement.where(Card.id.in_(some)))
    ]
