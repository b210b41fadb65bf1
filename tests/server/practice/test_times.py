"""Clocks that are wrong, time zones that are far, nights on which the clock is changed."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from server.store.reviews import Review
from tests.server.firm import NOW, TODAY
from tests.server.practice.desk import Desk, statuses


def logged(desk: Desk) -> list[Review]:
    return desk.firm.db.query(Review).order_by(Review.reviewed_at).all()


def test_a_late_answer_gives_the_same_memory_as_one_in_time(desk: Desk) -> None:
    first, second, third = (NOW - timedelta(days=days) for days in (9, 6, 1))
    desk.record(desk.answer("1", reviewed_at=first), desk.answer("3", reviewed_at=third, rating=1))
    [late] = desk.record(desk.answer("2", reviewed_at=second))
    stored = desk.memory()
    assert stored is not None
    assert late.memory is not None
    assert late.memory["reviews"] == stored["reviews"] == 3
    assert stored["last_review_at"] == third
    assert [one.study_day for one in desk.first_answers()] == [second.date(), third.date()]
    assert desk.differences() == []


@pytest.mark.parametrize(
    "at",
    [
        NOW + timedelta(seconds=1),
        NOW + timedelta(days=400),
        datetime(9999, 12, 31, 23, 59, tzinfo=UTC),
        datetime(1970, 1, 1, tzinfo=UTC),
        datetime(1, 1, 1, tzinfo=UTC),
        NOW - timedelta(days=61),
    ],
)
def test_an_impossible_moment_becomes_now(desk: Desk, at: datetime) -> None:
    assert statuses(desk.record(desk.answer("x", reviewed_at=at))) == ["recorded"]
    [row] = logged(desk)
    assert (row.reviewed_at, row.study_day) == (NOW, TODAY)


def test_answers_of_a_phone_without_a_clock_keep_their_order(desk: Desk) -> None:
    moments = [datetime(1970, 1, 1, 0, minute, tzinfo=UTC) for minute in range(6)]
    desk.record(
        *(desk.answer(number, reviewed_at=at, rating=1 + number % 4)
          for number, at in reversed(list(enumerate(moments))))
    )  # fmt: skip
    rows = logged(desk)
    assert [row.rating for row in rows] == [1, 2, 3, 4, 1, 2]
    assert all(NOW - timedelta(seconds=1) < row.reviewed_at <= NOW for row in rows)
    assert desk.differences() == []


def test_possible_moments_are_kept_beside_impossible_ones(desk: Desk) -> None:
    kept = NOW - timedelta(days=59)
    desk.record(
        desk.answer("future", 0, reviewed_at=NOW + timedelta(hours=3)),
        desk.answer("old", 1, reviewed_at=kept),
    )
    assert [row.reviewed_at for row in logged(desk)] == [kept, NOW]


@pytest.mark.parametrize(
    ("zone", "at", "day"),
    [
        # The day turns at 04:00 on her own clock.
        ("Europe/Amsterdam", datetime(2026, 11, 18, 2, 59, tzinfo=UTC), date(2026, 11, 17)),
        ("Europe/Amsterdam", datetime(2026, 11, 18, 3, 0, tzinfo=UTC), date(2026, 11, 18)),
        # Auckland is ahead by 13 hours, Honolulu behind by 10.
        ("Pacific/Auckland", datetime(2026, 11, 17, 14, 59, tzinfo=UTC), date(2026, 11, 17)),
        ("Pacific/Auckland", datetime(2026, 11, 17, 15, 0, tzinfo=UTC), date(2026, 11, 18)),
        ("Pacific/Honolulu", datetime(2026, 11, 17, 13, 59, tzinfo=UTC), date(2026, 11, 16)),
        ("Pacific/Honolulu", datetime(2026, 11, 17, 14, 0, tzinfo=UTC), date(2026, 11, 17)),
        # The clock went back on 25 October: 04:00 is 03:00 UTC from then on.
        ("Europe/Amsterdam", datetime(2026, 10, 25, 2, 30, tzinfo=UTC), date(2026, 10, 24)),
        ("Europe/Amsterdam", datetime(2026, 10, 24, 2, 30, tzinfo=UTC), date(2026, 10, 24)),
    ],
)
def test_an_answer_falls_on_the_learners_own_study_day(
    desk: Desk, zone: str, at: datetime, day: date
) -> None:
    desk.fatima.time_zone = zone
    desk.record(desk.answer("x", reviewed_at=at))
    assert [row.study_day for row in logged(desk)] == [day]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (datetime(2028, 2, 28, 12, tzinfo=UTC), datetime(2028, 2, 29, 11, 30, tzinfo=UTC)),
        (datetime(2028, 2, 29, 12, tzinfo=UTC), datetime(2028, 3, 1, 11, 30, tzinfo=UTC)),
        # 23 hours apart by the clock of the world, a day apart by hers.
        (datetime(2028, 3, 25, 12, tzinfo=UTC), datetime(2028, 3, 26, 11, tzinfo=UTC)),
    ],
)
def test_leap_days_and_short_days_are_one_day(
    desk: Desk, before: datetime, after: datetime
) -> None:
    for name, at in (("a", before), ("b", after)):
        desk.record(desk.answer(name, reviewed_at=at), now=at)
    [first] = desk.first_answers()
    assert (first.study_day, first.elapsed_days) == (after.date(), 1)


def test_flying_west_over_the_turn_of_the_day_breaks_nothing(desk: Desk) -> None:
    desk.fatima.time_zone = "Pacific/Auckland"
    desk.record(desk.answer("home", reviewed_at=NOW), now=NOW)
    desk.fatima.time_zone = "Pacific/Honolulu"
    later = NOW + timedelta(hours=1)
    desk.record(desk.answer("away", reviewed_at=later), now=later)
    assert [row.study_day for row in logged(desk)] == [date(2026, 11, 18), date(2026, 11, 17)]
    assert desk.first_answers() == []
    assert desk.differences() == []


def test_answers_of_one_moment_have_one_order_however_they_arrive(desk: Desk) -> None:
    names = sorted("abcd", key=lambda name: str(desk.answer(name).id))
    for name, rating in zip(names[::-1], (1, 3, 4, 1), strict=True):
        desk.record(desk.answer(name, 0, rating=rating))
    desk.record(*(desk.answer(f"{name}2", 1, rating=1 + n) for n, name in enumerate("abcd")))
    assert desk.differences() == []
