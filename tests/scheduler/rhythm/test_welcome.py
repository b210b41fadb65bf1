"""Welcome times, hour by hour, in nights in which the clock is changed too."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings

from scheduler.days_off import EVERY_DAY
from scheduler.reminders import LearnerDay, Planned, choose
from scheduler.rhythm.welcome import by_hour, minutes_of, open_hours, openings
from scheduler.study_day import bounds
from tests.scheduler.rhythm.days import SPECIAL, days
from tests.scheduler.rhythm.fatima import FATIMA, TUESDAY, at, planned, wall, welcome
from tests.scheduler.strategies import quick

MINUTE = timedelta(minutes=1)
SPRING, AUTUMN = date(2026, 3, 28), date(2026, 10, 24)


@settings(quick, max_examples=30)
@given(days())
def test_openings_are_what_the_wall_shows_minute_by_minute(day: LearnerDay) -> None:
    walked(day)


@pytest.mark.parametrize("night", [date(2010, 3, 13), date(2010, 11, 6)])
def test_a_clock_may_change_a_minute_past_midnight(night: date) -> None:
    walked(
        replace(
            FATIMA, study_day=night, time_zone="America/St_Johns", window=(0, 1440), quiet=(3, 50)
        )
    )


def walked(day: LearnerDay) -> None:
    """Compares the whole study day."""
    moment, ends_at = bounds(day.study_day, day.time_zone)
    times = (day.study_day, day.time_zone, day.window, day.quiet)
    spans, hours = openings(*times), by_hour(*times)
    while moment < ends_at:
        shown = welcome(day, moment)
        assert any(start <= moment < end for start, end in spans) is shown
        in_hours = [any(start <= moment < end for start, end in hour) for hour in hours]
        assert in_hours.count(True) == int(shown)
        assert not shown or in_hours[wall(moment, day.time_zone) // 60]
        moment += MINUTE


@pytest.mark.parametrize("zone", ["Europe/Amsterdam", "Australia/Lord_Howe", "Africa/Cairo"])
@pytest.mark.parametrize("day", SPECIAL)
def test_an_open_hour_is_one_in_which_a_reminder_can_come(day: date, zone: str) -> None:
    night = replace(FATIMA, study_day=day, time_zone=zone, window=(21 * 60, 240), quiet=(0, 0))
    night = replace(night, calendar=replace(night.calendar, week=EVERY_DAY))
    now = at("23:20", day, zone)
    mask = open_hours(day, zone, night.window, night.quiet, now)
    for hour, is_open in enumerate(mask.tolist()):
        choice = choose(replace(night, hour=hour), now)
        assert isinstance(choice, Planned)
        assert (choice.hour == hour) is is_open


def test_the_hour_that_is_skipped_is_never_open() -> None:
    hours = by_hour(SPRING, "Europe/Amsterdam", (0, 1440), (0, 0))
    assert hours[2] == ()
    assert [len(hours[hour]) for hour in (1, 3, 4)] == [1, 1, 1]


def test_the_hour_that_comes_twice_is_one_choice() -> None:
    hours = by_hour(AUTUMN, "Europe/Amsterdam", (0, 1440), (0, 0))
    minutes = minutes_of(hours[2], None)
    assert (len(hours[2]), len(minutes), len(set(minutes))) == (2, 120, 120)


def test_open_hours_are_shared_and_so_cannot_be_written_to() -> None:
    mask = open_hours(TUESDAY, "Europe/Amsterdam", (540, 1020), (0, 0), at("12:00"))
    assert mask.nonzero()[0].tolist() == [12, 13, 14, 15, 16]
    with pytest.raises(ValueError, match="read-only"):
        mask[3] = True


def test_quiet_hours_within_an_hour_leave_both_ends_of_it() -> None:
    day = replace(FATIMA, window=(540, 600), quiet=(550, 590))
    moments = {planned(replace(day, person=person, hour=9)).due_at for person in range(100)}
    shown = {wall(moment, day.time_zone) for moment in moments}
    assert shown == {*range(540, 550), *range(590, 600)}


def test_the_own_moment_beats_the_learned_hour() -> None:
    day = replace(FATIMA, hour=15, own_minute=610)
    assert (planned(day).due_at, planned(day).reason, planned(day).hour) == (
        at("10:10"),
        "own-moment",
        None,
    )


def test_an_hour_that_is_over_gives_way_to_the_first_welcome_moment() -> None:
    choice = planned(replace(FATIMA, hour=10), at("14:00"))
    assert (choice.due_at, choice.reason, choice.hour) == (at("14:00"), "window", None)
    closed = planned(replace(FATIMA, hour=20))
    assert (closed.due_at, closed.reason) == (at("09:00"), "window")
