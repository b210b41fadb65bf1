"""Cards that hold until a day: after it learners are not asked them any more."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime

from sqlalchemy.orm import Session

from server.store.people import Person
from server.teaching.difference import settle
from server.teaching.sets import set_to_change, some_of_set


def set_valid_until(
    db: Session,
    author: Person,
    card_set_id: int,
    card_ids: Collection[int],
    valid_until: date | None,
    *,
    now: datetime,
) -> int:
    """Sets the last day of these cards; it holds for learners from the next release on.

    Gives how many cards changed. Raises `NotThere`, and `Refused` for a card of another set.
    """
    card_set = set_to_change(db, card_set_id)
    cards = some_of_set(db, card_set_id, card_ids)
    changed = [card for card in cards if card.valid_until != valid_until]
    for card in changed:
        card.valid_until = valid_until
    if changed:
        settle(db, card_set, author, now, changed)
    return len(changed)
