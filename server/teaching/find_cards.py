"""Searching all sets of the organisation, as their authors have them."""

from __future__ import annotations

from sqlalchemy.orm import Session

from content.search.hit import hit
from server.store import card_sets, finding
from server.store.finding import Found
from server.store.search_index import MAKING
from server.teaching.difference import faces_of

PAGE = 30


def find_cards(db: Session, text: str, *, after: int) -> list[Found]:
    """Up to `PAGE` + 1 cards in the making, best first, behind place `after`; none without text."""
    hits = finding.find(db, MAKING, text)
    best = hits.best[after : after + PAGE + 1]
    cards = {card.id: card for card in card_sets.of_card_ids(db, [one.card_id for one in best])}
    titles = card_sets.titles(db, {card.card_set_id for card in cards.values()})
    return [
        Found(
            card.id,
            card.card_set_id,
            titles[card.card_set_id],
            hit(faces_of(card), card.topic, card.tags, hits.question, one.language),
            place,
        )
        for place, one in enumerate(best, after + 1)
        if (card := cards.get(one.card_id)) is not None
    ]
