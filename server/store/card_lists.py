"""Cards of a set as their authors look through them: by topic, and by words."""

from __future__ import annotations

import json
from typing import Final

from sqlalchemy import ColumnElement, String, cast, func, or_, select
from sqlalchemy.orm import Session, selectinload

from server.store.card_sets import Card

_TEXTS: Final = ("prompt", "answer", "explanation", "source")
_LISTS: Final = ("choices", "accepted", "gaps", "items", "left", "right")


def listed(
    db: Session,
    card_set_id: int,
    *,
    words: str = "",
    topic: str | None = None,
    after: int | None = None,
    limit: int,
) -> list[Card]:
    """The set's cards in order, with variants, that hold the words; `after` is a position."""
    statement = (
        select(Card)
        .options(selectinload(Card.variants))
        .where(Card.card_set_id == card_set_id, Card.deleted_at.is_(None))
        .order_by(Card.position)
        .limit(limit)
    )
    if after is not None:
        statement = statement.where(Card.position > after)
    if topic is not None:
        statement = statement.where(Card.topic == topic)
    if words:
        statement = statement.where(_holds(words))
    return list(db.scalars(statement))


def topics(db: Session, card_set_id: int) -> list[tuple[str, int]]:
    """The topics of the set's cards by name, each with its number of cards; "" is none."""
    rows = db.execute(
        select(Card.topic, func.count().label("cards"))
        .where(Card.card_set_id == card_set_id, Card.deleted_at.is_(None))
        .group_by(Card.topic)
        .order_by(func.lower(Card.topic), Card.topic)
    )
    return [(row.topic, row.cards) for row in rows]


def _holds(words: str) -> ColumnElement[bool]:
    # SQLite keeps lists as JSON, with letters beyond ASCII written out as numbers.
    written = json.dumps(words)[1:-1]
    texts = [Card.topic, *(Card.face[name].as_string() for name in _TEXTS)]
    lists = [cast(Card.face[name], String) for name in _LISTS]
    return or_(
        *(text.icontains(words, autoescape=True) for text in texts),
        *(
            one.icontains(form, autoescape=True)
            for one in (cast(Card.tags, String), *lists)
            for form in {words, written}
        ),
    )
