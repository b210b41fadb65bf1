"""Rows that go in as columns come back the same, on both databases."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import numpy as np
import pytest
from sqlalchemy import select

from server.store import memory_pages
from server.store.base import table
from server.store.binary_rows import packed
from server.store.card_memory import CardMemory, FirstAnswer
from server.store.columns import Columns, days, ordinals, some
from server.store.people import Person
from tests.server.firm import NOW, Firm
from tests.support import sets

LONG_AGO = datetime(1987, 3, 1, 23, 59, 59, 999_999, tzinfo=timezone(timedelta(hours=-9)))


def memories(person_id: int, cards: list[int]) -> Columns:
    """A memory of each card, no two values alike."""
    count = len(cards)
    numbers, someday = np.arange(1, count + 1), np.array(["1987-03-02"], "datetime64[D]")
    return {
        "person_id": np.full(count, person_id),
        "card_id": np.array(cards),
        "stability": numbers / 7, "difficulty": numbers / 3,
        "first_study_day": someday + numbers, "last_study_day": someday + 10 * numbers,
        "reviews": numbers, "lapses": 2 * numbers, "correct_run": 3 * numbers,
        "due_on": someday + 20_000 * numbers,
        "variants_seen": np.array(["", "0", "31 0"], object),
        "last_review_at": np.array([LONG_AGO] * count), "changed_at": np.array([NOW] * count),
    }  # fmt: skip


def first_answers(person_id: int, cards: list[int]) -> Columns:
    count = len(cards)
    return {
        "person_id": np.full(count, person_id), "card_id": np.array(cards),
        "study_day": np.full(count, np.datetime64("2026-11-22")),
        "correct": np.arange(count) % 2 == 0,
        "elapsed_days": np.arange(count) * 1000, "retrievability": np.linspace(0, 1, count),
    }  # fmt: skip


def put(firm: Firm, person: Person, kept: Columns, answered: Columns) -> None:
    memory_pages.replace_memories(firm.db, [person.id], kept)
    memory_pages.replace_first_answers(firm.db, [person.id], answered)


@pytest.fixture
def fatima(firm: Firm) -> Person:
    return firm.person("Fatima")


@pytest.fixture
def cards(firm: Firm) -> list[int]:
    card_set = firm.card_set()
    return [card.id for card in sets.recalls(firm, card_set, 3)]


def test_what_is_written_is_read_again_to_the_last_bit(
    firm: Firm, fatima: Person, cards: list[int]
) -> None:
    given = memories(fatima.id, cards), first_answers(fatima.id, cards)
    put(firm, fatima, *given)
    found = (
        memory_pages.memories(firm.db, [fatima.id]),
        memory_pages.first_answers(firm.db, [fatima.id]),
    )
    for wanted, read in zip(given, found, strict=True):
        order = np.argsort(read["card_id"])
        assert wanted.keys() == read.keys()
        for name, values in wanted.items():
            assert values.tolist() == read[name][order].tolist(), name


def test_what_is_written_reads_the_same_by_the_mapper(
    firm: Firm, fatima: Person, cards: list[int]
) -> None:
    put(firm, fatima, memories(fatima.id, cards), first_answers(fatima.id, cards))
    memory = firm.db.get_one(CardMemory, (fatima.id, cards[0]))
    assert memory.organisation_id == firm.organisation.id
    assert (memory.stability, memory.correct_run) == (1 / 7, 3)
    assert (memory.first_study_day, memory.due_on) == (date(1987, 3, 3), date(2041, 12, 3))
    assert memory.last_review_at == LONG_AGO.astimezone(UTC)
    rows = firm.db.scalars(select(FirstAnswer).order_by(FirstAnswer.card_id))
    assert [one.correct for one in rows] == [True, False, True]


def test_nothing_is_put_in_the_place_of_something(
    firm: Firm, fatima: Person, cards: list[int]
) -> None:
    given = memories(fatima.id, cards), first_answers(fatima.id, cards)
    put(firm, fatima, *given)
    put(firm, fatima, *memory_pages.nothing())
    assert len(memory_pages.memories(firm.db, [fatima.id])["card_id"]) == 0
    put(firm, fatima, *(some(one, np.array([1])) for one in given))
    assert memory_pages.memories(firm.db, [fatima.id])["card_id"].tolist() == [cards[1]]


def test_text_has_no_place_in_rows_of_fixed_length() -> None:
    with pytest.raises(TypeError, match="fixed length"):
        packed({table(Person).c.name: np.array(["Fatima"])})


def test_days_are_counted_as_dates_count_them() -> None:
    numbers = np.array([1, date(1969, 12, 31).toordinal(), date(9999, 12, 31).toordinal()])
    assert days(numbers).tolist() == [date.min, date(1969, 12, 31), date.max]
    assert ordinals(days(numbers)).tolist() == numbers.tolist()
