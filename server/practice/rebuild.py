"""Folding the whole review log again: to repair, or to prove that nothing differs.

Page by page, so that neither memory nor the time that an upload waits grows with the log.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

import numpy as np
from sqlalchemy.orm import Session

from server.practice.comparing import Comparison, compare
from server.practice.fold_pages import Page, fold_page
from server.practice.memories import FIELDS
from server.store import answering, memory_pages, parameter_sets, scope
from server.store.columns import Columns, Values, some

REVIEWS_A_PAGE = 25_000
COMPARED = (*FIELDS, "due_on", "variants_seen", "last_review_at")
FIRST_ANSWER = "correct", "elapsed_days", "retrievability"


@dataclass(frozen=True, slots=True)
class Difference:
    """A stored row that the log does not give, or the other way round."""

    person_id: int
    card_id: int
    what: str


def pages(db: Session, organisation_id: int) -> Iterator[list[int]]:
    """People by id, on each page as many as have `REVIEWS_A_PAGE` together, at least one."""
    scope.work_for(db, organisation_id)
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


def rebuild(db: Session, organisation_id: int, people: list[int], now: datetime) -> int:
    """Folds all cards of a page of people again; gives how many.

    To be committed page by page: until then uploads of these learners wait, on SQLite everybody's.
    Only learners of whom something differs are written.
    """
    scope.work_for(db, organisation_id)
    return mend(db, answering.take_turns(db, people), now)


def mend(db: Session, in_force: Mapping[int, int | None], now: datetime) -> int:
    """The same for learners whose turn was taken, given with the parameter set of each."""
    page = fold_page(db, in_force)
    memories, answers = _beside_stored(db, sorted(in_force), page)
    if len(memories.people):
        told = _of(memories.people, _told_once(memories, now))
        memory_pages.replace_memories(db, memories.people.tolist(), told)
    if len(answers.people):
        counted = _of(answers.people, page.first_answers)
        memory_pages.replace_first_answers(db, answers.people.tolist(), counted)
    return page.cards


def differences(db: Session, organisation_id: int) -> Iterator[Difference]:
    """Compares what is stored with what the log gives; changes nothing."""
    for people in pages(db, organisation_id):
        page = fold_page(db, parameter_sets.of_people(db, people))
        memories, answers = _beside_stored(db, people, page)
        yield from _differences(memories, "memory")
        yield from _differences(answers, "first answer")


def _beside_stored(db: Session, people: list[int], page: Page) -> tuple[Comparison, Comparison]:
    card, day = ("person_id", "card_id"), ("person_id", "card_id", "study_day")
    answers = memory_pages.first_answers(db, people)
    return (
        compare(page.memories, memory_pages.memories(db, people), card, COMPARED),
        compare(page.first_answers, answers, day, FIRST_ANSWER),
    )


def _differences(found: Comparison, whole: str) -> Iterator[Difference]:
    for rows in found.lone:
        yield from _named(rows, whole)
    for name, alike in found.alike.items():
        yield from _named(some(found.made, found.in_made[~alike]), f"{whole}: {name}")


def _named(rows: Columns, what: str) -> Iterator[Difference]:
    for person_id, card_id in zip(
        rows["person_id"].tolist(), rows["card_id"].tolist(), strict=True
    ):
        yield Difference(person_id, card_id, what)


def _told_once(memories: Comparison, now: datetime) -> Columns:
    """The memories that were made. Those that were right stay as they are stored: they need not be
    sent to anybody's phone again."""
    made, stored = memories.right
    found = {**memories.made, "changed_at": np.full(len(memories.made["card_id"]), now, object)}
    for name, values in found.items():
        found[name] = values.copy()
        found[name][made] = memories.stored[name][stored]
    return found


def _of(people: Values, rows: Columns) -> Columns:
    return some(rows, np.isin(rows["person_id"], people))
