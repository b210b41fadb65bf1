"""However answers are cut into uploads, and in whatever order those come, memory is the same."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy.orm import Session

from scheduler.memory import Event, Rating, in_order, replay
from scheduler.policy.readiness import Readiness
from scheduler.study_day import study_day
from scheduler.variants import OWN, seen_in
from server.practice.memories import memory_in, seen_of
from server.practice.take_back import take_back
from server.store.card_sets import CardVariant
from tests.server.firm import NOW
from tests.server.practice.desk import Desk, review_id
from tests.support import sets

CARDS = 2
WORDINGS = 3
# Few enough that many answers fall on one day, and some together.
MOMENTS = st.integers(min_value=0, max_value=20)


@dataclass(frozen=True)
class Given:
    """One answer of the learner's past weeks, and whether it is taken back later."""

    number: int
    card: int
    third: int
    rating: int
    taken_back: bool
    wording: int

    @property
    def at(self) -> datetime:
        """Three moments a day over the past week."""
        return NOW - timedelta(days=7) + timedelta(hours=8 * self.third)


@st.composite
def histories(draw: st.DrawFn) -> tuple[list[Given], list[list[int]]]:
    """Answers, and the uploads in which they come: lists of numbers of answers, some repeated."""
    made = draw(
        st.lists(
            st.tuples(
                st.integers(0, CARDS - 1),
                MOMENTS,
                st.integers(1, 4),
                st.booleans(),
                st.integers(0, WORDINGS - 1),
            ),
            min_size=1,
            max_size=12,
        )
    )
    given = [Given(number, *one) for number, one in enumerate(made)]
    order = draw(st.permutations(range(len(given))))
    cuts = sorted(draw(st.sets(st.integers(1, len(given)), max_size=4)))
    uploads = [order[a:b] for a, b in zip([0, *cuts], [*cuts, len(given)], strict=True)]
    repeats = draw(st.lists(st.sampled_from(order), max_size=3))
    return given, [*uploads, repeats]


@pytest.fixture
def worded(desk: Desk) -> tuple[Desk, dict[int, list[int]]]:
    """Fatima's desk, and the wordings of its first cards, 0 for a card's own."""
    variants: dict[int, list[int]] = {}
    for number, card in enumerate(desk.cards[:CARDS]):
        made = [
            CardVariant(card_id=card.id, key=f"v{turn}", face=card.face, deleted_at=None)
            for turn in range(1, WORDINGS)
        ]
        variants[number] = [OWN, *(desk.firm.add(one).id for one in made)]
    sets.release(desk.firm, desk.card_set, at=NOW - timedelta(days=30))
    return desk, variants


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(histories())
def test_the_order_of_arrival_does_not_matter(
    worded: tuple[Desk, dict[int, list[int]]], history: tuple[list[Given], list[list[int]]]
) -> None:
    desk, variants = worded
    given, uploads = history
    with undone(desk.firm.db):
        for upload in uploads:
            desk.record(*(answer(desk, given[number], variants) for number in upload))
            for number in upload:
                if given[number].taken_back:
                    take_back(desk.firm.db, desk.fatima, review_id(number), NOW)
        assert desk.differences() == []
        for card in range(CARDS):
            stored = desk.memory(card)
            log = standing(given, card, variants)
            assert (memory_in(stored) if stored else None) == replay(log)
            shown = seen_in(one.variant for one in in_order(log))
            assert seen_of(stored["variants_seen"] if stored else None) == shown
        before = everything(desk)
        desk.rebuilt()
        assert everything(desk) == before


def answer(desk: Desk, one: Given, variants: dict[int, list[int]]) -> Any:
    shown = variants[one.card][one.wording] or None
    return desk.answer(
        one.number, one.card, reviewed_at=one.at, rating=one.rating, variant_id=shown
    )


def standing(given: list[Given], card: int, variants: dict[int, list[int]]) -> list[Event]:
    """The log of a card as the scheduler takes it."""
    return [
        Event(
            one.at, str(review_id(one.number)), study_day(one.at, "Europe/Amsterdam"),
            Rating(one.rating), (Readiness(0.9),), variants[card][one.wording],
        )
        for one in given
        if one.card == card and not one.taken_back
    ]  # fmt: skip


def everything(desk: Desk) -> list[object]:
    """All that the fold wrote."""
    first = [
        (one.card_id, one.study_day, one.correct, one.elapsed_days, one.retrievability)
        for one in desk.first_answers()
    ]
    return [*(desk.memory(card) for card in range(CARDS)), *first]


@contextmanager
def undone(db: Session) -> Iterator[None]:
    """What happens inside leaves nothing behind."""
    with db.begin_nested() as inside:
        yield
        inside.rollback()
    db.expunge_all()
