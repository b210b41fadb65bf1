"""What the next release does to memory, chosen card by card before it is made."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy.orm import Session

from scheduler.turns import Effect
from server.store import chosen_effects, set_authors
from server.store.people import Person
from server.teaching.sets import set_to_change, some_of_set


def choose_effects(
    db: Session, author: Person, card_set_id: int, effects: Mapping[int, Effect], now: datetime
) -> None:
    """Keeps these choices for everyone who releases the set; those for other cards stay.

    A choice is about the text that the card has now: it falls with the next edit of the card. Who
    chooses is an author of the release. Raises `NotThere`, and `Refused` for a card of another set.
    """
    set_to_change(db, card_set_id)
    cards = some_of_set(db, card_set_id, effects, where="effects")
    chosen_effects.put(db, author, effects, cards)
    set_authors.note(db, card_set_id, author.id, now)
    db.flush()
