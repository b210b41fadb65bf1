"""Two taps from the home screen to any card: searching the learner's own sets."""

from __future__ import annotations

from sqlalchemy.orm import Session

from content.search.hit import hit
from content.search.marks import Marker
from server.store import changes, finding
from server.store.finding import Found, Said
from server.store.people import Learner
from server.store.search_index import RELEASED

PAGE = 20


def find_cards(db: Session, learner: Learner, text: str, *, after: int) -> list[Found]:
    """Up to `PAGE` + 1 released cards of the learner's campaigns, best first; all without a text.

    `after` is the place of the last one known.
    """
    sets = {one.release_id: one for one in changes.live_sets(db, learner.id)}
    if not sets:
        return []
    if not text.strip():
        cards = finding.listed(db, list(sets), after=after, limit=PAGE + 1)
        none = Marker([])
        return [_found(sets[card.home], card, none, None, card.card_id) for card in cards]
    own = [one.card_set_id for one in sets.values()]
    hits = finding.find(db, RELEASED, text, card_set_ids=own)
    marker = Marker(hits.question)
    best = hits.best[after : after + PAGE + 1]
    rows = finding.released(db, list(sets), [one.card_id for one in best])
    return [
        _found(sets[row.home], row, marker, one.language, place)
        for place, one in enumerate(best, after + 1)
        if (row := rows.get(one.card_id)) is not None
    ]


def _found(
    live: changes.Live,
    card: Said,
    marker: Marker,
    language: str | None,
    place: int,
) -> Found:
    shown = hit(card.faces, card.topic, card.tags, marker, language)
    return Found(card.card_id, live.card_set_id, live.title, shown, place)
