"""A release touches memory: kept, tried soon, or begun again, whenever the answers arrive."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy.orm import Session

from scheduler.memory import Event, Rating
from scheduler.study_day import study_day
from scheduler.turns import Effect, Turn, fold
from server.practice.memories import memory_in, seed
from server.practice.take_back import take_back
from server.teaching.release import release
from tests.scheduler.strategies import READY
from tests.server.firm import NOW, TODAY
from tests.server.practice.desk import Desk, review_id
from tests.server.practice.test_order_of_arrival import everything

BEGUN = NOW - timedelta(days=8)


def ago(**time: int) -> datetime:
    return NOW - timedelta(**time)


def change(desk: Desk, effect: Effect, at: datetime, *cards: int, text: str = "Anders?") -> None:
    """Daan changes these cards and releases the set with this effect."""
    for number in cards:
        card = desk.cards[number]
        card.face = {**card.face, "prompt": f"{text} {number} {at}"}
    desk.firm.db.flush()
    effects = {desk.cards[number].id: effect for number in cards}
    release(desk.firm.db, desk.firm.daan, desk.card_set.id, "", at, effects=effects)


@pytest.fixture
def met(desk: Desk) -> Desk:
    """Fatima knows three cards, well enough to be left alone for some days."""
    for days in (20, 12, 3):
        now = ago(days=days)
        desk.record(*(desk.answer((days, n), n, reviewed_at=now) for n in range(3)), now=now)
    return desk


def test_a_kept_card_remembers_everything(met: Desk) -> None:
    before = met.memory(0)
    change(met, Effect.KEPT, NOW, 0)
    assert met.memory(0) == before
    assert met.differences() == []


def test_a_nudged_card_is_asked_tomorrow_and_remembers_everything(met: Desk) -> None:
    before = met.memory(0)
    assert before is not None
    assert before["due_on"] > TODAY + timedelta(days=1)
    change(met, Effect.NUDGED, NOW, 0)
    tomorrow = TODAY + timedelta(days=1)
    assert met.memory(0) == {**before, "due_on": tomorrow, "changed_at": NOW}
    assert met.differences() == []


def test_a_new_card_is_met_again_for_the_first_time(met: Desk) -> None:
    known = len(met.first_answers())
    change(met, Effect.NEW, ago(hours=2), 0)
    assert met.memory(0) is None
    (result,) = met.record(met.answer("again", 0, rating=1))
    assert result.memory is not None
    assert (result.memory["reviews"], result.memory["lapses"]) == (1, 0)
    assert result.memory["first_study_day"] == TODAY
    assert len(met.first_answers()) == known
    assert met.differences() == []


def test_an_answer_to_the_old_text_that_arrives_late_does_not_bring_memory_back(met: Desk) -> None:
    change(met, Effect.NEW, ago(hours=2), 0)
    (result,) = met.record(met.answer("late", 0, reviewed_at=ago(hours=5)))
    assert result.status == "recorded"
    assert result.memory is None
    assert met.memory(0) is None
    assert met.differences() == []


def test_a_late_answer_keeps_the_nudge_that_came_after_it(met: Desk) -> None:
    change(met, Effect.NUDGED, ago(hours=2), 0)
    (result,) = met.record(met.answer("late", 0, reviewed_at=ago(hours=5)))
    assert result.memory is not None
    assert result.memory["due_on"] == TODAY + timedelta(days=1)
    assert met.differences() == []


def test_undo_brings_back_what_the_release_left(met: Desk) -> None:
    change(met, Effect.NUDGED, ago(hours=2), 0)
    change(met, Effect.NEW, ago(hours=2), 1)
    before = met.memory(0)
    assert before is not None
    met.record(met.answer("a", 0), met.answer("b", 1))
    for name in ("a", "b"):
        take_back(met.firm.db, met.fatima, review_id(name), NOW)
    assert met.memory(0) == {**before, "changed_at": NOW}
    assert met.memory(1) is None
    assert met.differences() == []


def test_an_answer_that_came_in_the_same_moment_stands_before_the_release(met: Desk) -> None:
    met.record(met.answer("now", 0))
    change(met, Effect.NEW, ago(minutes=1), 0)
    assert met.memory(0) is None
    assert met.differences() == []


def test_many_nudged_cards_are_dealt_over_days(met: Desk) -> None:
    met.firm.daan.time_zone = "UTC"
    met.firm.campaign(met.card_set, cards_per_day=4, starts_on=TODAY)
    change(met, Effect.NUDGED, NOW, 0, 1, 2)
    due = [(met.memory(number) or {})["due_on"] for number in range(3)]
    assert due == [TODAY + timedelta(days=days) for days in (1, 1, 2)]
    assert met.differences() == []


def test_a_card_that_was_away_keeps_what_earlier_releases_did(met: Desk) -> None:
    change(met, Effect.NEW, ago(hours=4), 0)
    met.cards[0].deleted_at = NOW
    change(met, Effect.KEPT, ago(hours=3), 1)
    met.cards[0].deleted_at = None
    change(met, Effect.KEPT, ago(hours=2), 1)
    met.record(met.answer("late", 0, reviewed_at=ago(hours=6)))
    assert met.memory(0) is None
    assert met.differences() == []


@contextmanager
def rolled_back(db: Session) -> Iterator[None]:
    """What happens inside leaves nothing behind; Daan's cards stay in the session."""
    with db.begin_nested() as inside:
        yield
        inside.rollback()
    db.expire_all()


@dataclass(frozen=True)
class Given:
    """An answer: when it was given, how much later it came, and whether it is taken back."""

    hours: int
    delay: int
    rating: int
    taken_back: bool

    @property
    def at(self) -> datetime:
        return BEGUN + timedelta(hours=2 * self.hours)

    @property
    def came(self) -> datetime:
        return min(self.at + timedelta(hours=2 * self.delay, minutes=30), NOW)


ANSWERS = st.lists(
    st.builds(
        Given, st.integers(0, 90), st.sampled_from([0, 0, 1, 30]), st.integers(1, 4), st.booleans()
    ),
    min_size=1,
    max_size=6,
)
RELEASES = st.lists(
    st.tuples(st.integers(0, 90), st.sampled_from([Effect.NUDGED, Effect.NEW])),
    min_size=1,
    max_size=3,
    unique_by=lambda one: one[0],
)


@settings(
    max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(ANSWERS, RELEASES)
def test_whenever_answers_arrive_around_releases_memory_is_the_fold_of_both(
    desk: Desk, answers: list[Given], releases: list[tuple[int, Effect]]
) -> None:
    with rolled_back(desk.firm.db):
        happenings: list[tuple[datetime, int, Effect | None]] = [
            (one.came, number, None) for number, one in enumerate(answers)
        ] + [(BEGUN + timedelta(hours=2 * hours + 1), 0, effect) for hours, effect in releases]
        for at, number, effect in sorted(happenings, key=lambda one: one[0]):
            if effect is not None:
                change(desk, effect, at, 0)
                continue
            given = answers[number]
            desk.record(desk.answer(number, 0, reviewed_at=given.at, rating=given.rating), now=at)
            if given.taken_back:
                take_back(desk.firm.db, desk.fatima, review_id(number), at)
        assert desk.differences() == []
        stored, found = desk.memory(0), expected(desk, answers, releases)
        assert (stored and (memory_in(stored), stored["due_on"])) == found
        before = everything(desk)
        desk.rebuilt()
        assert len(everything(desk)) == len(before)
        assert desk.differences() == []


def expected(desk: Desk, answers: list[Given], releases: list[tuple[int, Effect]]) -> object:
    """Memory and due day by the scheduler alone."""
    zone = "Europe/Amsterdam"
    events = [
        Event(one.at, str(review_id(number)), study_day(one.at, zone), Rating(one.rating), READY)
        for number, one in enumerate(answers)
        if not one.taken_back
    ]
    moments = [(BEGUN + timedelta(hours=2 * hours + 1), effect) for hours, effect in releases]
    turns = [
        Turn(
            at,
            effect,
            study_day(at, zone) + timedelta(days=1) if effect is Effect.NUDGED else None,
        )
        for at, effect in moments
    ]
    found = fold(events, turns, seed(desk.fatima.id, desk.cards[0].id))
    return found and (found.memory, found.due_on)
