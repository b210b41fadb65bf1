"""A learner's memory goes over to the parameters that are in force now."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.orm import Session

from server.practice.fold import refold
from server.store import answering, parameter_sets, reviews


def switch_parameters(db: Session, person_id: int, now: datetime) -> None:
    """Folds all memory of the learner by the own set, or that of all, where it is another one.

    Due days stay: each is what the answer before it gave. So nothing piles up, and the change is
    felt card by card as they are answered. An upload meanwhile waits, and then goes by the new set.
    """
    before = answering.take_turn(db, person_id)
    due = parameter_sets.due_for(db, person_id)
    if due == before:
        return
    parameter_sets.switch(db, person_id, due)
    cards = reviews.cards_of(db, person_id)
    refold(db, person_id, cards, now, parameter_sets.of_id(db, due))
