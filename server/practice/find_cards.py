"""Two taps from the home screen to any card: searching the learner's own sets."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy.orm import Session

from content.answer_text import answer_text
from content.card import from_json
from server.store import changes, finding
from server.store.people import Learner

PAGE = 20
MOST_WORDS = 8


@dataclass(frozen=True, slots=True)
class Found:
    """A card as a line in a list."""

    card_id: int
    card_set_id: int
    card_set_title: str
    topic: str
    prompt: str
    answer_text: str
    explanation: str
    source: str


def find_cards(db: Session, learner: Learner, words: str, *, after: int) -> list[Found]:
    """Up to `PAGE` + 1 cards of the learner's sets that hold every word; all without words."""
    sets = {one.release_id: one for one in changes.live_sets(db, learner.id)}
    wanted = words.split()[:MOST_WORDS]
    cards = finding.find(db, list(sets), wanted, after=after, limit=PAGE + 1) if sets else []
    return [
        Found(
            card_id=one.card_id,
            card_set_id=sets[one.release_id].card_set_id,
            card_set_title=sets[one.release_id].title,
            topic=one.topic,
            prompt=one.faces[0]["prompt"],
            answer_text=answer_text(from_json(one.faces[0])),
            explanation=one.faces[0]["explanation"],
            source=one.faces[0]["source"],
        )
        for one in cards
    ]
