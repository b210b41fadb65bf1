"""What a learner says about a card goes to whoever looks after it."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from server.store import answering
from server.store.care import CardFlag, Suggestion
from server.store.people import Learner


def flag(
    db: Session, learner: Learner, card_id: int, *, reason: str, note: str, now: datetime
) -> CardFlag | None:
    """Keeps a flag; None when the card is not in a campaign of the learner."""
    if card_id not in answering.answerable(db, learner.id, [card_id]):
        return None
    row = CardFlag(card_id=card_id, person_id=learner.id, reason=reason, note=note, created_at=now)
    db.add(row)
    db.flush()
    return row


def suggest(
    db: Session,
    learner: Learner,
    card_id: int,
    *,
    proposal: dict[str, Any],
    note: str,
    now: datetime,
) -> Suggestion | None:
    """Keeps a better text; None when the card is not in a campaign of the learner."""
    if card_id not in answering.answerable(db, learner.id, [card_id]):
        return None
    row = Suggestion(
        card_id=card_id, person_id=learner.id, proposal=proposal, note=note, created_at=now
    )
    db.add(row)
    db.flush()
    return row
