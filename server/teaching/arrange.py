"""The order of a set: each card has a place of its own, whoever moves what at the same time."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy.orm import Session

from server.store import card_order
from server.store.people import Person
from server.teaching.difference import settle
from server.teaching.refusal import Refused
from server.teaching.sets import set_to_change, some_of_set

FRONT = -1


def place_behind(db: Session, card_set_id: int, card_id: int | None) -> int:
    """A free place behind that card, or at the end. The set must be held.

    Raises `Refused` for a card that is not of the set; a deleted one still has its place.
    """
    if card_id is None:
        return card_order.last(db, card_set_id) + 1
    place = _place_of(db, card_set_id, card_id)
    return _free_places(db, card_set_id, place, [])[0]


def move(
    db: Session,
    author: Person,
    card_set_id: int,
    card_ids: Sequence[int],
    after: int | None,
    *,
    now: datetime,
) -> dict[int, int]:
    """Puts these cards, in the order given, behind the card `after`, or in front of all.

    Gives the places they got. Raises `NotThere`, and `Refused` for cards that are not of the set.
    """
    card_set = set_to_change(db, card_set_id)
    moved = list(dict.fromkeys(card_ids))
    some_of_set(db, card_set_id, moved)
    if after in moved:
        raise Refused("after", "edit-after-itself")
    place = FRONT if after is None else _place_of(db, card_set_id, after)
    positions = dict(zip(moved, _free_places(db, card_set_id, place, moved), strict=True))
    card_order.put(db, positions)
    settle(db, card_set, author, now)
    return positions


def _place_of(db: Session, card_set_id: int, card_id: int) -> int:
    place = card_order.place(db, card_set_id, card_id)
    if place is None:
        raise Refused("after", "edit-unknown-cards")
    return place


def _free_places(db: Session, card_set_id: int, behind: int, moved: Sequence[int]) -> range:
    """Places for the moved cards, or for one new card, with nobody else between."""
    needed = len(moved) or 1
    taken = card_order.next_taken(db, card_set_id, behind, besides=moved)
    if taken is not None and taken - behind <= needed:
        card_order.make_room(db, card_set_id, behind, needed)
    return range(behind + 1, behind + 1 + needed)
