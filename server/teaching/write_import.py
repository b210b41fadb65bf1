"""Writing what an import found, in a few bulk statements."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from server.store import card_sets
from server.store.card_sets import Card, CardSet, CardVariant
from server.store.people import Person
from server.teaching.card_history import remember, state_of
from server.teaching.matching import UNCHANGED, Line

PIECE = 5_000


def write(
    db: Session,
    card_set: CardSet,
    existing: Iterable[Card],
    lines: Iterable[Line],
    *,
    by: Person | None,
    now: datetime,
    told: Callable[[int, int], None],
) -> None:
    """Makes, changes and brings back the cards and variants of the lines.

    New cards come behind those there are, in the order of the file. `told` hears how many lines
    are written, of how many.
    """
    to_write = [line for line in lines if line.status != UNCHANGED]
    met = {_card_id(line) for line in to_write}
    before = {card: state_of(card) for card in existing if card.id in met}
    for line in to_write:
        if isinstance(line.target, Card):
            _change_card(line, line.target)
        elif line.target is not None:
            _change_variant(line, line.target)
    # Keys that change hands must be written before new cards may take them.
    db.flush()
    new = [line for line in to_write if line.target is None]
    first = max((card.position for card in existing), default=-1) + 1
    cards = [line for line in new if line.draft.variant_of is None]
    ids: dict[str, int] = {}
    for start in range(0, len(cards), PIECE):
        told(len(to_write) - len(new) + start, len(to_write))
        piece = enumerate(cards[start : start + PIECE], first + start)
        rows = [_new_card(line, card_set, position) for position, line in piece]
        ids |= card_sets.add_cards(db, rows)
    variants = [line for line in new if line.draft.variant_of is not None]
    told(len(to_write) - len(variants), len(to_write))
    card_sets.add_variants(db, [_new_variant(line, ids) for line in variants])
    card_sets.load_variants(db, {line.original.id for line in variants if line.original})
    # An author who has one of these cards open must be told, not write over what came in.
    remember(db, before, by, now)


def _card_id(line: Line) -> int | None:
    """The card of the set that the line touches, itself or by a variant."""
    if isinstance(line.target, CardVariant):
        return line.target.card_id
    card = line.target or line.original
    return card.id if card else None


def _new_card(line: Line, card_set: CardSet, position: int) -> dict[str, Any]:
    return {
        "card_set_id": card_set.id,
        "key": line.key,
        "topic": line.draft.topic,
        "tags": list(line.draft.tags),
        "position": position,
        "face": line.face,
        "valid_until": line.draft.valid_until,
        "deleted_at": None,
    }


def _new_variant(line: Line, ids: Mapping[str, int]) -> dict[str, Any]:
    card_id = line.original.id if line.original else ids[line.draft.variant_of or ""]
    return {"card_id": card_id, "key": line.key, "face": line.face, "deleted_at": None}


def _change_card(line: Line, card: Card) -> None:
    card.key = line.key
    card.topic = line.draft.topic
    card.tags = list(line.draft.tags)
    card.face = line.face
    card.valid_until = line.draft.valid_until or card.valid_until
    card.deleted_at = None


def _change_variant(line: Line, variant: CardVariant) -> None:
    variant.face = line.face
    variant.deleted_at = None
