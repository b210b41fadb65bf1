"""Searches that found nothing and were handed to the trainers. Other questions are not kept."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import ForeignKey, Index, UniqueConstraint, func, or_, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Mapped, Session, mapped_column

from server.store.base import Base, OfOrganisation, RowId, row_id

MOST_NOTES = 20
"""So many notes are shown with a question; a whole firm may ask the same."""


class SearchRequest(OfOrganisation, Base):
    """A person's question to the trainers. `words` is the question without capitals and accents:
    who asks the same thing stands under the same words."""

    __tablename__ = "search_requests"
    __table_args__ = (
        UniqueConstraint("person_id", "words"),
        UniqueConstraint("person_id", "uuid"),
        Index("ix_search_requests_organisation_id_words", "organisation_id", "words"),
    )

    id: Mapped[row_id]
    uuid: Mapped[UUID]
    person_id: Mapped[int] = mapped_column(RowId, ForeignKey("people.id"))
    question: Mapped[str]
    words: Mapped[str]
    note: Mapped[str]
    asked_at: Mapped[datetime]
    answer: Mapped[str | None]
    answered_by_id: Mapped[int | None] = mapped_column(RowId, ForeignKey("people.id"))
    answered_at: Mapped[datetime | None]


class OpenRequest(NamedTuple):
    """One question that waits for an answer, and how many people asked it."""

    id: int
    question: str
    people: int
    first_asked_at: datetime
    last_asked_at: datetime
    notes: list[str]


def add(db: Session, **values: Any) -> SearchRequest:
    """Keeps a request, or gives the same one that was sent at the same moment.

    A phone that sends twice at once is answered twice the same.
    """
    made = SearchRequest(**values, answer=None, answered_by_id=None, answered_at=None)
    try:
        with db.begin_nested():
            db.add(made)
    except IntegrityError:
        known = asked_before(db, made.person_id, made.uuid, made.words)
        if known is None:
            raise
        return known
    return made


def of_person(db: Session, person_id: int, *, limit: int) -> list[SearchRequest]:
    """A person's own questions, the newest first."""
    return list(
        db.scalars(
            select(SearchRequest)
            .where(SearchRequest.person_id == person_id)
            .order_by(SearchRequest.asked_at.desc(), SearchRequest.id.desc())
            .limit(limit)
        )
    )


def asked_before(db: Session, person_id: int, uuid: UUID, words: str) -> SearchRequest | None:
    """The person's request of that UUID, or else of those words."""
    same = or_(SearchRequest.uuid == uuid, SearchRequest.words == words)
    found = db.scalars(select(SearchRequest).where(SearchRequest.person_id == person_id, same))
    return min(found, key=lambda one: one.uuid != uuid, default=None)


def open_requests(db: Session, *, after: int = 0, limit: int) -> list[OpenRequest]:
    """Questions without an answer, by the id of who asked first; from the one after `after`."""
    first = func.min(SearchRequest.id).label("id")
    groups = db.execute(
        select(
            SearchRequest.words,
            first,
            func.count().label("people"),
            func.min(SearchRequest.asked_at).label("first_asked_at"),
            func.max(SearchRequest.asked_at).label("last_asked_at"),
        )
        .where(SearchRequest.answered_at.is_(None))
        .group_by(SearchRequest.words)
        .having(first > after)
        .order_by(first)
        .limit(limit)
    ).all()
    questions = _questions(db, [group.id for group in groups])
    notes = _notes(db, [group.words for group in groups])
    return [
        OpenRequest(
            id=group.id,
            question=questions[group.id],
            people=group.people,
            first_asked_at=group.first_asked_at,
            last_asked_at=group.last_asked_at,
            notes=notes[group.words],
        )
        for group in groups
    ]


def open_words(db: Session, request_id: int) -> str | None:
    """The words of an open request; None where there is none."""
    return db.scalar(
        select(SearchRequest.words).where(
            SearchRequest.id == request_id, SearchRequest.answered_at.is_(None)
        )
    )


def answer(db: Session, words: str, said: str, by_id: int, now: datetime) -> int:
    """Answers everybody who asked it and waits; how many that are."""
    done = db.execute(
        update(SearchRequest)
        .where(SearchRequest.words == words, SearchRequest.answered_at.is_(None))
        .values(answer=said, answered_by_id=by_id, answered_at=now)
        .returning(SearchRequest.id),
        execution_options={"synchronize_session": False},
    )
    return len(done.all())


def _questions(db: Session, ids: Sequence[int]) -> dict[int, str]:
    rows = db.execute(
        select(SearchRequest.id, SearchRequest.question).where(SearchRequest.id.in_(ids))
    )
    return dict(rows.all())


def _notes(db: Session, words: Sequence[str]) -> dict[str, list[str]]:
    """What the first of those who ask added, by what they ask."""
    place = func.row_number().over(partition_by=SearchRequest.words, order_by=SearchRequest.id)
    first = (
        select(SearchRequest.id, place.label("place"))
        .where(
            SearchRequest.words.in_(words),
            SearchRequest.answered_at.is_(None),
            SearchRequest.note != "",
        )
        .subquery()
    )
    rows = db.execute(
        select(SearchRequest.words, SearchRequest.note)
        .join(first, first.c.id == SearchRequest.id)
        .where(first.c.place <= MOST_NOTES)
        .order_by(SearchRequest.id)
    )
    found: dict[str, list[str]] = defaultdict(list)
    for asked, note in rows:
        found[asked].append(note)
    return found
