"""Searching all sets of the organisation, as their authors have them."""

from __future__ import annotations

from sqlalchemy.orm import Session

from content.search.hit import hit
from content.search.marks import Marker
from server.store import card_sets, finding
from server.store.finding import Found
from server.store.search_index import MAKING

PAGE = 30


def find_cards(db: Session, text: str, *, after: int) -> list[Found]:
    """Up to `PAGE` + 1 cards in the making, best first, behind place `after`; none without text."""
    hits = finding.find(db, MAKING, text)
    marker = Marker(hits.question)
    best = hits.best[after : after + PAGE + 1]
    cards = finding.in_the_making(db, [one.card_id for one in best])
    titles = card_sets.titles(db, {card.home for card in cards.values()})
    return [
        Found(
            card.card_id,
            card.home,
            titles[card.home],
            hit(card.faces, card.topic, card.tags, marker, one.language),
            place,
        )
        for place, one in enumerate(best, after + 1)
        if (card := cards.get(one.card_id)) is not None
    ]
