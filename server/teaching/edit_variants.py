"""The other wordings of a card, translations among them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from server.store.card_sets import Card, CardVariant
from server.store.people import Person
from server.teaching.card_faces import fit_face
from server.teaching.card_history import State, remember, state_of
from server.teaching.difference import settle
from server.teaching.edit_card import card_as_read, new_key
from server.teaching.refusal import NotThere, Refused
from server.teaching.sets import card_to_change

MOST_VARIANTS = 20


def add_variant(
    db: Session,
    author: Person,
    card_set_id: int,
    card_id: int,
    *,
    face: Mapping[str, Any],
    now: datetime,
) -> Card:
    """The card with one more wording. Raises `NotThere`, `Unfit`, and `Refused` beyond the most."""
    card_set, card = card_to_change(db, card_set_id, card_id)
    was = state_of(card)
    _room_for_one(was)
    fit = fit_face(db, face, now)
    card.variants.append(CardVariant(key=new_key(db, card_set_id, fit), face=fit))
    remember(db, {card: was}, author, now, fold=True)
    settle(db, card_set, author, now, [card])
    return card


def change_variant(
    db: Session,
    author: Person,
    card_set_id: int,
    card_id: int,
    variant_id: int,
    *,
    face: Mapping[str, Any],
    version: int,
    now: datetime,
) -> Card:
    """The card with that wording changed; `version` is the card's.

    Raises `Stale`, `NotThere` and `Unfit`.
    """
    card_set, card = card_as_read(db, card_set_id, card_id, version)
    variant = _variant(card, variant_id)
    was = state_of(card)
    variant.face = fit_face(db, face, now)
    if remember(db, {card: was}, author, now, fold=True):
        settle(db, card_set, author, now, [card])
    return card


def remove_variant(
    db: Session, author: Person, card_set_id: int, card_id: int, variant_id: int, *, now: datetime
) -> Card:
    """The card without that wording; learners keep it until the next release.

    Raises `NotThere`.
    """
    card_set, card = card_to_change(db, card_set_id, card_id)
    was = state_of(card)
    _variant(card, variant_id).deleted_at = now
    remember(db, {card: was}, author, now)
    settle(db, card_set, author, now, [card])
    return card


def put_back_variant(
    db: Session, author: Person, card_set_id: int, card_id: int, variant_id: int, *, now: datetime
) -> Card:
    """Undoes taking a wording out: learners go on with the one that they have.

    Raises `NotThere`, and `Refused` beyond the most.
    """
    card_set, card = card_to_change(db, card_set_id, card_id)
    was = state_of(card)
    variant = next((one for one in card.variants if one.id == variant_id), None)
    if variant is None:
        raise NotThere
    if variant.deleted_at is not None:
        _room_for_one(was)
        variant.deleted_at = None
        remember(db, {card: was}, author, now)
        settle(db, card_set, author, now, [card])
    return card


def _room_for_one(state: State) -> None:
    if len(state.variants) >= MOST_VARIANTS:
        raise Refused("face", "edit-too-many-variants", most=MOST_VARIANTS)


def _variant(card: Card, variant_id: int) -> CardVariant:
    for variant in card.variants:
        if variant.id == variant_id and variant.deleted_at is None:
            return variant
    raise NotThere
