"""Folding the whole review log again: to repair, or to prove that nothing differs.

Page by page, so that neither memory nor the time that an upload waits grows with the log.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeVar

from sqlalchemy.orm import Session

from server.practice.fold_pages import Page, fold_page
from server.practice.memories import FIELDS
from server.store import answering, memory_pages, parameter_sets, scope
from server.store.memory_pages import FIRST_ANSWER, MEMORY

REVIEWS_A_PAGE = 25_000
COMPARED = (*FIELDS, "due_on", "last_review_at")
CLOSE = 1e-9

K = TypeVar("K")
Values = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """A stored row that the log does not give, or the other way round."""

    person_id: int
    card_id: int
    what: str


@dataclass(frozen=True, slots=True)
class _Kept:
    """What is stored about some people, in the form of `Page`, and when each memory was changed."""

    memories: dict[tuple[int, int], Values]
    first_answers: dict[Any, Values]
    changed_at: dict[tuple[int, int], datetime]


def rebuild(db: Session, organisation_id: int, now: datetime) -> Iterator[int]:
    """Folds all cards of the organisation again; gives how many, page by page.

    To be committed after each: until then uploads of the page's learners wait, on SQLite
    everybody's. Only learners of whom something differs are written.
    """
    scope.work_for(db, organisation_id)
    for people in _pages(db):
        in_force = answering.take_turns(db, people)
        page, kept = fold_page(db, in_force), _kept(db, people)
        differing = {one.person_id for one in _differences(page, kept)}
        if differing:
            _write(db, differing, page, kept, now)
        yield page.cards


def differences(db: Session, organisation_id: int) -> Iterator[Difference]:
    """Compares what is stored with what the log gives; changes nothing."""
    scope.work_for(db, organisation_id)
    for people in _pages(db):
        page = fold_page(db, parameter_sets.of_people(db, people))
        yield from _differences(page, _kept(db, people))


def _pages(db: Session) -> Iterator[list[int]]:
    """People by id, on each page as many as have `REVIEWS_A_PAGE` together, at least one."""
    last = 0
    while sizes := memory_pages.sizes(db, after=last):
        page: list[int] = []
        reviews = 0
        for person_id, count in sizes:
            if page and reviews + count > REVIEWS_A_PAGE:
                yield page
                page, reviews = [], 0
            page.append(person_id)
            reviews += count
        yield page
        last = sizes[-1][0]


def _kept(db: Session, people: list[int]) -> _Kept:
    """The columns of a memory are its key, what `COMPARED` names, and when it was changed."""
    rows = memory_pages.memories(db, people)
    return _Kept(
        {row[:2]: row[2:-1] for row in rows},
        {row[:3]: row[3:] for row in memory_pages.first_answers(db, people)},
        {row[:2]: row[-1] for row in rows},
    )


def _differences(page: Page, kept: _Kept) -> Iterator[Difference]:
    for key in _differing(page.memories, kept.memories):
        a, b = (one.get(key, (None,) * len(COMPARED)) for one in (page.memories, kept.memories))
        for name, made, stored in zip(COMPARED, a, b, strict=True):
            if not _same(made, stored):
                yield Difference(*key, name)
    for person_id, card_id, day in _differing(page.first_answers, kept.first_answers):
        yield Difference(person_id, card_id, f"first answer of {day}")


def _differing(made: Mapping[K, Values], stored: Mapping[K, Values]) -> Iterator[K]:
    yield from made.keys() ^ stored.keys()
    for key, values in made.items():
        others = stored.get(key, values)
        if values != others and not all(map(_same, values, others)):
            yield key


def _write(db: Session, people: set[int], page: Page, kept: _Kept, now: datetime) -> None:
    memories = []
    for key, values in page.memories.items():
        if key[0] in people:
            stored = kept.memories.get(key)
            # What was right already need not be sent to anybody's phone again.
            if stored is not None and all(map(_same, values, stored)):
                memories.append((*key, *stored, kept.changed_at[key]))
            else:
                memories.append((*key, *values, now))
    answered = [(*key, *one) for key, one in page.first_answers.items() if key[0] in people]
    memory_pages.replace(
        db,
        sorted(people),
        [dict(zip(MEMORY, row, strict=True)) for row in memories],
        [dict(zip(FIRST_ANSWER, row, strict=True)) for row in answered],
    )


def _same(a: object, b: object) -> bool:
    if isinstance(a, float) and isinstance(b, float):
        return abs(a - b) <= CLOSE * max(abs(a), abs(b), 1.0)
    return a == b
