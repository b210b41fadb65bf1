"""Folding answers into memory: one on top of the other, or a whole card again.

Both give the same rows. The first is for answers in order, which need no log; the second for an
answer that arrives late or from before a release touched the card's memory, for one that is taken
back, and for rebuilding.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from scheduler.history import Step, step
from scheduler.memory import Event, Memory
from scheduler.policy.schedule import schedule
from scheduler.turns import AnsweredBy, Effect, Turn, fold, steps
from scheduler.variants import seen_after
from server.practice.memories import event_of, memory_row, seed
from server.store import card_memory, card_turns, parameter_sets, reviews
from server.store.parameter_sets import Parameters

Row = dict[str, Any]


@dataclass(slots=True)
class Folded:
    """Rows to write for some cards of one learner."""

    memories: dict[int, Row] = field(default_factory=dict)
    first_answers: list[Row] = field(default_factory=list)


def fold_one(
    key: tuple[int, int],
    memory: Memory | None,
    event: Event,
    now: datetime,
    parameters: Parameters,
    *,
    seen: Sequence[int],
) -> tuple[Row, Row | None]:
    """The memory row of `key` = (person, card) after one more answer, and its first-answer row if
    it counts as one. `seen` are the wordings that were seen before it."""
    scheduled = schedule(
        memory, event.study_day, event.rating, event.aims, seed(*key), parameters=parameters
    )
    row = memory_row(
        key, scheduled.memory, scheduled.due_on,
        seen=seen_after(seen, event.variant), last=event.at, now=now,
    )  # fmt: skip
    return row, first_answer(*key, step(memory, event, parameters))


@dataclass(frozen=True, slots=True)
class Log:
    """All that one learner's memory of one card is folded from, but for the parameters."""

    events: list[Event]
    turns: list[Turn]
    answered_by: AnsweredBy


def fold_all(person_id: int, logs: dict[int, Log], now: datetime, parameters: Parameters) -> Folded:
    """The rows of whole cards from their logs; a card that is new, or new again, has no memory."""
    folded = Folded()
    for card_id, log in logs.items():
        own_seed = seed(person_id, card_id)
        found = fold(log.events, log.turns, own_seed, parameters, log.answered_by)
        if found is not None:
            folded.memories[card_id] = memory_row(
                (person_id, card_id), found.memory, found.due_on,
                seen=found.seen, last=found.last.at, now=now,
            )  # fmt: skip
        folded.first_answers += _first_answers(person_id, card_id, log)
    return folded


def _first_answers(person_id: int, card_id: int, log: Log) -> list[Row]:
    """One a study day: where a card became new on a day, the answer before that is the day's."""
    found: dict[Any, Row] = {}
    for one in steps(log.events, log.turns, log.answered_by):
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
    known = parameter_sets.of_ids(
        db, {one.parameter_set_id for log in logs.values() for one in log}
    )
    return {
        card: Log(
            [event_of(one) for one in logs.get(card, [])],
            [Turn(at, Effect(effect), due_on) for at, effect, due_on in turns.get(card, [])],
            {str(one.id): known[one.parameter_set_id] for one in logs.get(card, [])},
        )
        for card in card_ids
    }


def refold(
    db: Session, person_id: int, card_ids: list[int], now: datetime, parameters: Parameters
) -> dict[int, Row]:
    """Folds these cards again from the log and stores what comes out; gives the memory rows.

    `parameters` are those that the learner's memory goes by now.
    """
    if not card_ids:
        return {}
    folded = fold_all(person_id, logs_of(db, person_id, card_ids), now, parameters)
    card_memory.remove(db, person_id, card_ids)
    card_memory.remove_first_answers(db, person_id, card_ids)
    card_memory.add(db, list(folded.memories.values()))
    card_memory.add_first_answers(db, folded.first_answers)
    return folded.memories
