"""Writing cards one by one: the only way in which a single card is made or changed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from server.store import card_keys
from server.store.card_sets import Card, CardSet
from server.store.people import Person
from server.teaching.arrange import place_behind
from server.teaching.card_faces import fit_face, fit_tags, fit_topic
from server.teaching.card_history import begin, remember, state_of
from server.teaching.card_keys import key_of_request, made_key, stem
from server.teaching.difference import settle
from server.teaching.sets import card_to_change, set_to_change


class Stale(Exception):
    """The card was changed by somebody else meanwhile. `card` is how it stands."""

    def __init__(self, card: Card) -> None:
        super().__init__(card.id)
        self.card = card


def create(
    db: Session,
    author: Person,
    card_set_id: int,
    *,
    face: Mapping[str, Any],
    topic: str,
    tags: Sequence[str],
    after: int | None,
    now: datetime,
    request_id: UUID | None = None,
) -> Card:
    """A new card behind the card `after`, or at the end.

    The same `request_id` again gives the card that it made: an answer may get lost on the way
    back, and the author's text is sent once more. Raises `NotThere`, `Unfit` and `Refused`.
    """
    card_set = set_to_change(db, card_set_id)
    key = key_of_request(request_id) if request_id else None
    made = card_keys.card_of(db, card_set_id, key) if key else None
    if made is not None:
        return made
    fit = fit_face(db, face, now)
    card = Card(
        card_set_id=card_set_id,
        key=key or new_key(db, card_set_id, fit),
        topic=fit_topic(topic),
        tags=fit_tags(tags),
        position=place_behind(db, card_set_id, after),
        face=fit,
        variants=[],
        version=1,
    )
    db.add(card)
    db.flush()
    begin(db, card, author, now)
    settle(db, card_set, author, now, [card])
    return card


def change(
    db: Session,
    author: Person,
    card_set_id: int,
    card_id: int,
    *,
    face: Mapping[str, Any],
    topic: str,
    tags: Sequence[str],
    version: int,
    now: datetime,
) -> Card:
    """The card with another text. Its variants stay.

    Raises `Stale` where `version` is not the card's own any more, `NotThere` and `Unfit`.
    """
    card_set, card = card_as_read(db, card_set_id, card_id, version)
    was = state_of(card)
    card.face, card.topic, card.tags = fit_face(db, face, now), fit_topic(topic), fit_tags(tags)
    if remember(db, {card: was}, author, now, fold=True):
        settle(db, card_set, author, now, [card])
    return card


def card_as_read(db: Session, card_set_id: int, card_id: int, version: int) -> tuple[CardSet, Card]:
    """The card with its set, held, if nobody changed it since. Raises `Stale` and `NotThere`."""
    card_set, card = card_to_change(db, card_set_id, card_id)
    if card.version != version:
        raise Stale(card)
    return card_set, card


def new_key(db: Session, card_set_id: int, face: Mapping[str, Any]) -> str:
    """A key that no card or variant of the set has."""
    return made_key(face, card_keys.beginning_with(db, card_set_id, stem(face)))
