"""Finding cards by their words."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from server.store.releases import ReleasedCard


def find(
    db: Session, release_ids: Sequence[int], words: Sequence[str], *, after: int, limit: int
) -> list[ReleasedCard]:
    """Cards of these releases that hold every word, by card id from the one after `after`."""
    statement = (
        select(ReleasedCard)
        .where(ReleasedCard.release_id.in_(release_ids), ReleasedCard.card_id > after)
        .order_by(ReleasedCard.card_id)
        .limit(limit)
    )
    for word in words:
        statement = statement.where(
            ReleasedCard.search_text.contains(word.lower(), autoescape=True)
        )
    return list(db.scalars(statement))
