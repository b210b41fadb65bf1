"""A search that found nothing becomes a question to the trainers."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy.orm import Session

from content.search.words import fold
from server.store import search_requests
from server.store.people import Learner
from server.store.search_requests import SearchRequest

MOST_SHOWN = 50


def ask(
    db: Session, learner: Learner, *, id: UUID, q: str, note: str, now: datetime
) -> SearchRequest:
    """Keeps the question, once per person and question: asked again, the first one counts."""
    words = " ".join(fold(q).split())
    known = search_requests.asked_before(db, learner.id, id, words)
    if known is not None:
        return known
    return search_requests.add(
        db, uuid=id, person_id=learner.id, question=q.strip(), words=words, note=note, asked_at=now
    )


def mine(db: Session, learner: Learner) -> list[SearchRequest]:
    """The learner's newest questions, with the answers."""
    return search_requests.of_person(db, learner.id, limit=MOST_SHOWN)
