"""Between the rows of the store and the memory of the scheduler."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from operator import attrgetter, itemgetter
from typing import Any, Protocol

from scheduler.memory import Event, Memory, Rating
from scheduler.policy.aims import read
from scheduler.variants import OWN
from server.store.reviews import LoggedReview


class HasMemory(Protocol):
    """A row with the columns of a memory; the stability is None where there is none yet."""

    @property
    def stability(self) -> float | None: ...
    @property
    def difficulty(self) -> float | None: ...
    @property
    def first_study_day(self) -> date | None: ...
    @property
    def last_study_day(self) -> date | None: ...
    @property
    def reviews(self) -> int | None: ...
    @property
    def lapses(self) -> int | None: ...
    @property
    def correct_run(self) -> int | None: ...


FIELDS = Memory._fields
_fields, _items = attrgetter(*FIELDS), itemgetter(*FIELDS)


def memory_of(row: HasMemory) -> Memory | None:
    """The memory in a row."""
    if row.stability is None:
        return None
    return Memory(*_fields(row))


def memory_in(row: dict[str, Any]) -> Memory:
    """The memory in a row given as a dict."""
    return Memory(*_items(row))


def seen_of(line: str | None) -> tuple[int, ...]:
    """The wordings that were seen, the latest last, as `seen_line` wrote them."""
    return tuple(map(int, (line or "").split()))


def seen_line(seen: Iterable[int]) -> str:
    """Wordings as one line of text."""
    return " ".join(map(str, seen))


def memory_row(
    key: tuple[int, int],
    memory: Memory,
    due_on: date,
    *,
    seen: Iterable[int],
    last: datetime,
    now: datetime,
) -> dict[str, Any]:
    """The row to store for the memory of `key` = (person, card) after an answer at `last`.

    `seen` are the wordings that were seen, the latest last.
    """
    return {
        "person_id": key[0],
        "card_id": key[1],
        **{name: getattr(memory, name) for name in FIELDS},
        "due_on": due_on,
        "variants_seen": seen_line(seen),
        "last_review_at": last,
        "changed_at": now,
    }


def event_of(review: LoggedReview) -> Event:
    """A logged review as the scheduler folds it."""
    return Event(
        at=review.reviewed_at,
        id=str(review.id),
        study_day=review.study_day,
        rating=Rating(review.rating),
        aims=read(review.aims),
        variant=review.card_variant_id or OWN,
    )


def seed(person_id: int, card_id: int) -> str:
    """What spreads the due days of this learner's card, the same for ever."""
    return f"{person_id}:{card_id}"
