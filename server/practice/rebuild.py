"""Folding the whole review log again: to repair, or to prove that nothing differs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from server.practice.fold import fold_all, logs_of, refold
from server.practice.memories import FIELDS
from server.store import answering, card_memory, parameter_sets, reviews, scope

PEOPLE_A_PAGE = 200
COMPARED = (*FIELDS, "due_on", "last_review_at")
CLOSE = 1e-9

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Difference:
    """A stored row that the log does not give, or the other way round."""

    person_id: int
    card_id: int
    what: str


def learners(db: Session) -> Iterator[tuple[int, list[int]]]:
    """Everyone with reviews in the session's organisation, and the cards they answered."""
    last = 0
    while page := reviews.people_with_reviews(db, after=last, limit=PEOPLE_A_PAGE):
        yield from page
        last = page[-1][0]


def rebuild(db: Session, organisation_id: int, now: datetime) -> Iterator[int]:
    """Folds all cards of the organisation again; gives how many, learner by learner.

    To be committed after each: until then that learner's uploads wait, on SQLite everybody's.
    """
    scope.work_for(db, organisation_id)
    for person_id, card_ids in learners(db):
        parameters = parameter_sets.of_id(db, answering.take_turn(db, person_id))
        refold(db, person_id, card_ids, now, parameters)
        yield len(card_ids)


def differences(db: Session, organisation_id: int, now: datetime) -> Iterator[Difference]:
    """Compares what is stored with what the log gives; changes nothing."""
    scope.work_for(db, organisation_id)
    for person_id, card_ids in learners(db):
        parameters = parameter_sets.of_id(db, parameter_sets.of_person(db, person_id))
        folded = fold_all(person_id, logs_of(db, person_id, card_ids), now, parameters)
        stored = card_memory.of_cards(db, person_id, card_ids)
        for card_id in card_ids:
            a, b = stored.get(card_id), folded.memories.get(card_id)
            yield from (
                Difference(person_id, card_id, name)
                for name in COMPARED
                if not _same((a or {}).get(name), (b or {}).get(name))
            )
        kept = {_key(row): row for row in card_memory.first_answers_of(db, person_id, card_ids)}
        made = {_key(row): row for row in folded.first_answers}
        for key in kept.keys() | made.keys():
            if not _same_row(kept.get(key), made.get(key)):
                yield Difference(person_id, key[1], f"first answer of {key[2]}")


def _key(row: Row) -> tuple[Any, ...]:
    return row["person_id"], row["card_id"], row["study_day"]


def _same_row(a: Row | None, b: Row | None) -> bool:
    return a is not None and b is not None and all(_same(a[name], b[name]) for name in b)


def _same(a: object, b: object) -> bool:
    if isinstance(a, float) and isinstance(b, float):
        return abs(a - b) <= CLOSE * max(abs(a), abs(b), 1.0)
    return a == b
