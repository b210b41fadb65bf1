"""Folding answers into memory: one on top of the other, or a whole card again.

Both give the same rows. The first is for answers in order, which need no log; the second for an
answer that arrives late or from before a release touched the card's memory, for one that is taken
back, and for rebuilding.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from scheduler.history import Step, step
from scheduler.memory import Event, Memory
from scheduler.policy.readiness import schedule
from scheduler.turns import Effect, Turn, fold, steps
from server.practice.memories import event_of, memory_row, seed
from server.store import card_memory, card_turns, reviews

Row = dict[str, Any]


@dataclass(slots=True)
class Folded:
    """Rows to write for some cards of one learner."""

    memories: dict[int, Row] = field(default_factory=dict)
    first_answers: list[Row] = field(default_factory=list)


def fold_one(
    person_id: int, card_id: int, memory: Memory | None, event: Event, now: datetime
) -> tuple[Row, Row | None]:
    """The memory row after one more answer, and its first-answer row if it counts as one."""
    scheduled = schedule(
        memory, event.study_day, event.rating, event.desired_recall, seed(person_id, card_id)
    )
    row = memory_row(
        (person_id, card_id), scheduled.memory, scheduled.due_on, last=event.at, now=now
    )
    return row, first_answer(person_id, card_id, step(memory, event))


@dataclass(frozen=True, slots=True)
class Log:
    """All that one learner's memory of one card is folded from."""

    events: list[Event]
    turns: list[Turn]


def fold_all(person_id: int, logs: dict[int, Log], now: datetime) -> Folded:
    """The rows of whole cards from their logs; a card that is new, or new again, has no memory."""
    folded = Folded()
    for card_id, log in logs.items():
        found = fold(log.events, log.turns, seed(person_id, card_id))
        if found is not None:
            folded.memories[card_id] = memory_row(
                (person_id, card_id), found.memory, found.due_on, last=found.last.at, now=now
            )
        folded.first_answers += _first_answers(person_id, card_id, log)
    return folded


def _first_answers(person_id: int, card_id: int, log: Log) -> list[Row]:
    """One a study day: where a card became new on a day, the answer before that is the day's."""
    found: dict[Any, Row] = {}
    for one in steps(log.events, log.turns):
        row = first_answer(person_id, card_id, one)
        if row is not None:
            found.setdefault(row["study_day"], row)
    return list(found.values())


def first_answer(person_id: int, card_id: int, one: Step) -> Row | None:
    """The row by which an answer counts towards true recall; None where it does not."""
    if not one.first_of_day or one.retrievability is None:
        return None
    return {
        "person_id": person_id,
        "card_id": card_id,
        "study_day": one.after.last_study_day,
        "correct": one.event.rating > 1,
        "elapsed_days": one.elapsed_days,
        "retrievability": one.retrievability,
    }


def logs_of(db: Session, person_id: int, card_ids: list[int]) -> dict[int, Log]:
    """The standing log of these cards, with what releases did to them."""
    logs = reviews.log_of(db, person_id, card_ids)
    turns = card_turns.of_cards(db, card_ids)
    return {
        card: Log(
            [event_of(one) for one in logs.get(card, [])],
            [Turn(at, Effect(effect), due_on) for at, effect, due_on in turns.get(card, [])],
        )
        for card in card_ids
    }


def refold(db: Session, person_id: int, card_ids: list[int], now: datetime) -> dict[int, Row]:
    """Folds these cards again from the log and stores what comes out; gives the memory rows."""
    if not card_ids:
        return {}
    folded = fold_all(person_id, logs_of(db, person_id, card_ids), now)
    card_memory.remove(db, person_id, card_ids)
    card_memory.remove_first_answers(db, person_id, card_ids)
    card_memory.add(db, list(folded.memories.values()))
    card_memory.add_first_answers(db, folded.first_answers)
    return folded.memories
