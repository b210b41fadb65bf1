"""Logs and memory of a page of people at once, for folding all memory again.

Rows are read without the mapper and as tuples: there are millions of them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any, NamedTuple

from sqlalchemy import bindparam, delete, func, select
from sqlalchemy.orm import Session

from server.store import bulk
from server.store.base import table
from server.store.card_memory import CardMemory, FirstAnswer
from server.store.prepared import Prepared
from server.store.reviews import Review, TakeBack

PEOPLE = 500


class Logged(NamedTuple):
    """What the fold of a page needs of a review."""

    person_id: int
    card_id: int
    rating: int
    reviewed_at: datetime
    study_day: date
    aims: str
    parameter_set_id: int | None
    phase: str | None
    taken_back: bool


_reviews, _take_backs = table(Review), table(TakeBack)
_memory, _first = table(CardMemory), table(FirstAnswer)
_of_firm = _reviews.c.organisation_id == bindparam("organisation_id")
_sizes = Prepared(
    select(_reviews.c.person_id, func.count())
    .where(_of_firm, _reviews.c.person_id > bindparam("after"))
    .group_by(_reviews.c.person_id)
    .order_by(_reviews.c.person_id)
    .limit(PEOPLE)
)
_log = Prepared(
    select(
        *(_reviews.c[name] for name in Logged._fields if name in _reviews.c),
        _take_backs.c.review_id.is_not(None).label("taken_back"),
    )
    .outerjoin(
        _take_backs,
        (_take_backs.c.person_id == _reviews.c.person_id)
        & (_take_backs.c.review_id == _reviews.c.id),
    )
    .where(_of_firm, _reviews.c.person_id.in_(bindparam("people", expanding=True)))
    .order_by(_reviews.c.person_id, _reviews.c.card_id, _reviews.c.reviewed_at, _reviews.c.id)
)
MEMORY = tuple(one.name for one in _memory.c if one.name != "organisation_id")
FIRST_ANSWER = tuple(one.name for one in _first.c if one.name != "organisation_id")
_memories, _first_answers = (
    Prepared(
        select(*(of.c[name] for name in names)).where(
            of.c.organisation_id == bindparam("organisation_id"),
            of.c.person_id.in_(bindparam("people", expanding=True)),
        )
    )
    for of, names in ((_memory, MEMORY), (_first, FIRST_ANSWER))
)
Rows = Sequence[Mapping[str, Any]]


def sizes(db: Session, *, after: int) -> list[tuple[Any, ...]]:
    """The next people with reviews by id, each with how many they have; none where all are past."""
    return _sizes.rows(db, {"after": after})


def logs(db: Session, people: Sequence[int]) -> list[Logged]:
    """The reviews of these people by person, card and time, also those that count for nothing."""
    return [*map(Logged._make, _log.rows(db, {"people": people}))]


def memories(db: Session, people: Sequence[int]) -> list[tuple[Any, ...]]:
    """The memory rows of these people, with the columns of `MEMORY`."""
    return _memories.rows(db, {"people": people})


def first_answers(db: Session, people: Sequence[int]) -> list[tuple[Any, ...]]:
    """The first answers of these people, with the columns of `FIRST_ANSWER`."""
    return _first_answers.rows(db, {"people": people})


def replace(db: Session, people: Sequence[int], kept: Rows, answered: Rows) -> None:
    """Puts these memories and first answers in the place of all that these people have."""
    for model, of, rows in ((CardMemory, _memory, kept), (FirstAnswer, _first, answered)):
        db.execute(
            delete(model)
            .where(model.person_id.in_(people))
            .execution_options(synchronize_session=False)
        )
        bulk.insert_rows(db, of, rows)
