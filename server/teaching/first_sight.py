"""Cards of a set that everybody knows at first sight: its author may take them out."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy.orm import Session

from scheduler.recall import Figure
from scheduler.stop.first_sight import LEAST_LEARNERS, known_at_first_sight
from server.store import card_sets, dismissals, first_sight
from server.store.card_sets import Card
from server.teaching.difference import faces_of
from server.teaching.set_health import wording
from server.teaching.sets import the_set

CODE = "known-at-first-sight"


@dataclass(frozen=True, slots=True)
class Known:
    """A card, and the share of learners who were right the first time."""

    card: Card
    figure: Figure


def known(db: Session, card_set_id: int, floor: int) -> list[Known]:
    """Such cards in the order of the set, but those that an author wants to stay as they are.

    Raises `NotThere`.
    """
    the_set(db, card_set_id)
    least = max(LEAST_LEARNERS, floor)
    counts = first_sight.of_set(db, card_set_id, least=least)
    figures = {one.card_id: known_at_first_sight(one.learners, one.right) for one in counts}
    kept = {
        (one.card_id, one.wording) for one in dismissals.of_set(db, card_set_id) if one.code == CODE
    }
    return [
        Known(card, figure)
        for card in card_sets.cards(db, card_set_id)
        if (figure := figures.get(card.id)) and (card.id, wording(faces_of(card)[0])) not in kept
    ]
