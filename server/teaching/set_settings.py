"""Settings of a set: its title, whether it demands a second reader, when it is looked through."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy.orm import Session

from server.store.card_sets import CardSet
from server.store.people import Person, Role
from server.teaching.refusal import Refused
from server.teaching.sets import set_to_change


def change_settings(
    db: Session, person: Person, card_set_id: int, given: Mapping[str, Any]
) -> CardSet:
    """Changes what is given.

    Whoever could do without the second reader would not have one: only the owner of the set and
    admins decide about that. Raises `NotThere` and `Refused`.
    """
    card_set = set_to_change(db, card_set_id)
    wanted = given.get("second_reader", card_set.second_reader)
    may = person.role == Role.ADMIN or person.id == card_set.owner_id
    if wanted != card_set.second_reader and not may:
        raise Refused("second_reader", "second-reader-not-yours")
    for name, value in given.items():
        setattr(card_set, name, value)
    return card_set
