"""Learners' memory goes over to the parameters that are in force now."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy.orm import Session

from server.practice.rebuild import mend
from server.store import answering, parameter_sets


def switch_parameters(db: Session, people: Sequence[int], now: datetime) -> None:
    """Folds all memory of these learners by their own sets, or that of all, where it is another.

    Due days stay: each is what the answer before it gave. So nothing piles up, and the change is
    felt card by card as they are answered. An upload meanwhile waits, and then goes by the new set.
    """
    before = answering.take_turns(db, people)
    due = parameter_sets.due_for(db, people)
    differing = {one: set_id for one, set_id in due.items() if set_id != before[one]}
    if differing:
        parameter_sets.switch(db, differing)
        mend(db, differing, now)
