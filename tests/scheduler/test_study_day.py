from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scheduler.study_day import bounds, local_moment, monday_of, study_day
from tests.scheduler.strategies import moments, quick, zones

AMSTERDAM = "Europe/Amsterdam"
HOUR = timedelta(hours=1)


@pytest.mark.parametrize(
    ("wall", "day"),
    [
        ("2026-05-12T03:59", date(2026, 5, 11)),
        ("2026-05-12T04:00", date(2026, 5, 12)),
        ("2026-05-13T00:30", date(2026, 5, 12)),
        ("2028-03-01T03:59", date(2028, 2, 29)),
        ("2027-01-01T03:59", date(2026, 12, 31)),
    ],
)
def test_a_study_day_turns_at_four_on_the_learners_clock(wall: str, day: date) -> None:
    at = datetime.fromisoformat(wall).replace(tzinfo=ZoneInfo(AMSTERDAM))
    assert study_day(at, AMSTERDAM) == day


def test_one_moment_is_another_day_ahead_and_behind() -> None:
    at = datetime(2026, 5, 12, 14, 30, tzinfo=UTC)
    assert study_day(at, "Pacific/Kiritimati") == date(2026, 5, 13)
    assert study_day(at, AMSTERDAM) == date(2026, 5, 12)
    assert study_day(at, "Pacific/Pago_Pago") == date(2026, 5, 11)


def test_a_moment_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="time zone"):
        study_day(datetime(2026, 5, 12, 9), AMSTERDAM)  # noqa: DTZ001 the accident itself


@given(moments, zones)
@quick
def test_every_moment_lies_within_its_own_study_day(at: datetime, zone: str) -> None:
    start, end = bounds(study_day(at, zone), zone)
    assert start <= at < end
    assert study_day(start, zone) == study_day(end - timedelta(seconds=1), zone)


@pytest.mark.parametrize(
    ("day", "hours"),
    [(date(2026, 3, 28), 23), (date(2026, 10, 24), 25), (date(2026, 6, 1), 24)],
)
def test_the_night_of_a_clock_change_makes_a_shorter_or_longer_day(day: date, hours: int) -> None:
    start, end = bounds(day, AMSTERDAM)
    assert end - start == hours * HOUR
    assert start.tzinfo is UTC


def test_a_day_that_an_island_skipped_has_only_its_night() -> None:
    start, end = bounds(date(2011, 12, 30), "Pacific/Apia")
    assert end - start == 4 * HOUR
    assert study_day(start, "Pacific/Apia") == date(2011, 12, 30)


def test_small_hours_belong_to_the_night_that_ends_the_day() -> None:
    day = date(2026, 5, 12)
    assert local_moment(day, 9 * 60, AMSTERDAM) == datetime(2026, 5, 12, 7, tzinfo=UTC)
    assert local_moment(day, 60, AMSTERDAM) == datetime(2026, 5, 12, 23, tzinfo=UTC)


def test_a_time_skipped_in_spring_becomes_the_first_after_the_gap() -> None:
    moment = local_moment(date(2026, 3, 28), 150, AMSTERDAM)
    assert moment.astimezone(ZoneInfo(AMSTERDAM)).isoformat() == "2026-03-29T03:00:00+02:00"


def test_a_time_that_comes_twice_in_autumn_is_the_first_of_the_two() -> None:
    moment = local_moment(date(2026, 10, 24), 150, AMSTERDAM)
    assert moment.astimezone(ZoneInfo(AMSTERDAM)).isoformat() == "2026-10-25T02:30:00+02:00"


@given(moments, zones, st.integers(0, 1439))
@quick
def test_a_local_moment_lies_within_its_study_day(at: datetime, zone: str, minute: int) -> None:
    day = study_day(at, zone)
    start, end = bounds(day, zone)
    assert start <= local_moment(day, minute, zone) < end


@pytest.mark.parametrize("minute", [-1, 1440])
def test_a_minute_outside_the_day_is_refused(minute: int) -> None:
    with pytest.raises(ValueError, match="0 to 1439"):
        local_moment(date(2026, 5, 12), minute, AMSTERDAM)


def test_a_week_begins_on_monday() -> None:
    monday = date(2028, 2, 28)
    assert {monday_of(monday + timedelta(days=number)) for number in range(7)} == {monday}
    assert monday_of(monday + timedelta(days=7)) == date(2028, 3, 6)
