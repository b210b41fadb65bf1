"""Logs and memory of a page of people at once, for folding all memory again.

Rows come and go as columns: there are millions of them.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import bindparam, delete, func, select
from sqlalchemy.orm import Session

from scheduler.variants import OWN
from server.store import bulk
from server.store.base import table
from server.store.card_memory import CardMemory, FirstAnswer
from server.store.columns import Columns, as_rows, none_of, read
from server.store.prepared import Prepared
from server.store.reviews import Review, TakeBack

PEOPLE = 500
_BARE = {"synchronize_session": False}
DEFAULTS = 0
"""Stands for the defaults where sets of parameters are told by id."""


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
        *(_reviews.c[name] for name in ("person_id", "card_id", "rating", "reviewed_at")),
        *(_reviews.c[name] for name in ("study_day", "aims", "phase")),
        func.coalesce(_reviews.c.parameter_set_id, DEFAULTS).label("parameter_set_id"),
        func.coalesce(_reviews.c.card_variant_id, OWN).label("card_variant_id"),
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


def sizes(db: Session, *, after: int) -> list[tuple[Any, ...]]:
    """The next people with reviews by id, each with how many they have; none where all are past."""
    return _sizes.rows(db, {"after": after})


def logs(db: Session, people: Sequence[int]) -> Columns:
    """The reviews of these people by person, card and time, also those that count for nothing."""
    return read(db, _log, {"people": people})


def memories(db: Session, people: Sequence[int]) -> Columns:
    """The memory rows of these people."""
    return read(db, _memories, {"people": people})


def first_answers(db: Session, people: Sequence[int]) -> Columns:
    """The first answers of these people."""
    return read(db, _first_answers, {"people": people})


def nothing() -> tuple[Columns, Columns]:
    """No memories and no first answers."""
    return none_of(_memory, MEMORY), none_of(_first, FIRST_ANSWER)


def replace_memories(db: Session, people: Sequence[int], rows: Columns) -> None:
    """Puts these memories in the place of all that these people have."""
    db.execute(delete(CardMemory).where(CardMemory.person_id.in_(people)), execution_options=_BARE)
    bulk.insert_rows(db, _memory, as_rows(rows))


def replace_first_answers(db: Session, people: Sequence[int], rows: Columns) -> None:
    """Puts these first answers in the place of all that these people have."""
    db.execute(
        delete(FirstAnswer).where(FirstAnswer.person_id.in_(people)), execution_options=_BARE
    )
    bulk.insert_columns(db, _first, rows)
