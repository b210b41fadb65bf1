"""What learners asked for because no card told them."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.orm import Session

from server.store import search_requests
from server.store.people import Person
from server.teaching.refusal import NotThere


def answer(db: Session, trainer: Person, request_id: int, said: str, now: datetime) -> int:
    """Answers everybody who asked that and waits; how many they are.

    Raises `NotThere`, also where another trainer answered at the same moment.
    """
    words = search_requests.open_words(db, request_id)
    people = search_requests.answer(db, words, said, trainer.id, now) if words is not None else 0
    if not people:
        raise NotThere
    return people
