"""The rules of a reminder, each as a property of whatever is planned."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scheduler.days_off import Calendar, DayLoad
from scheduler.pause import Pause
from scheduler.reminders import (
    AFTER_REMINDER,
    AFTER_SESSION,
    LearnerDay,
    NotPlanned,
    Planned,
    choose,
    earliest,
)
from scheduler.rhythm.occasions import NEWS, Occasion, OccasionKind
from scheduler.study_day import bounds, study_day
from tests.scheduler.rhythm.days import days, moment_of, nows
from tests.scheduler.rhythm.fatima import FATIMA, MIDNIGHT, TUESDAY, planned, wall, welcome
from tests.scheduler.strategies import quick

MINUTE = timedelta(minutes=1)
short = settings(quick, max_examples=30)


@short
@given(days(), nows)
def test_it_comes_in_the_learners_own_times_and_study_day(day: LearnerDay, hours: float) -> None:
    choice = choose(day, moment_of(day.study_day, hours))
    if isinstance(choice, Planned):
        assert study_day(choice.due_at, day.time_zone) == day.study_day
        assert welcome(day, choice.due_at)
        assert welcome(day, choice.expires_at - MINUTE)
        assert choice.due_at < choice.expires_at <= bounds(day.study_day, day.time_zone)[1]


@short
@given(days(), nows)
def test_it_keeps_its_distance_from_the_last_reminder_and_session(
    day: LearnerDay, hours: float
) -> None:
    now = moment_of(day.study_day, hours)
    choice = choose(day, now)
    if isinstance(choice, Planned):
        assert choice.due_at >= now
        if last := day.history.last_reminder_at:
            assert choice.due_at - last >= AFTER_REMINDER == timedelta(hours=3)
        if last := day.history.last_session_at:
            assert choice.due_at - last >= AFTER_SESSION == timedelta(hours=1)


@short
@given(days(), nows)
def test_it_is_only_given_up_where_no_moment_is_left(day: LearnerDay, hours: float) -> None:
    now = moment_of(day.study_day, hours)
    if choose(day, now) == NotPlanned("outside-window"):
        at, ends_at = bounds(day.study_day, day.time_zone)
        at = max(at, earliest(day.history, now))
        while at < ends_at:
            assert not welcome(day, at)
            at += MINUTE


@short
@given(days(), nows)
def test_it_comes_in_the_picked_hour_where_that_is_open(day: LearnerDay, hours: float) -> None:
    now = moment_of(day.study_day, hours)
    choice = choose(replace(day, own_minute=None), now)
    if isinstance(choice, Planned) and choice.hour is not None:
        assert (choice.hour, choice.reason) == (day.hour, day.hour_reason)
        assert wall(choice.due_at, day.time_zone) // 60 == day.hour


@short
@given(days(), nows, st.sampled_from(["practice", "result", "help"]))
def test_one_a_day_over_all_kinds(day: LearnerDay, hours: float, kind: str) -> None:
    reminded = replace(day, already=frozenset({kind}))
    assert choose(reminded, moment_of(day.study_day, hours)) == NotPlanned("already")


@short
@given(days(), nows)
def test_none_for_who_is_done_away_muted_or_out_of_reach(day: LearnerDay, hours: float) -> None:
    now, today = moment_of(day.study_day, hours), day.study_day
    week = tuple(DayLoad.NONE if number == today.weekday() else DayLoad.FULL for number in range(7))
    assert choose(replace(day, done_today=True), now) == NotPlanned("done")
    assert choose(replace(day, muted=True), now) == NotPlanned("muted")
    assert choose(replace(day, channels=()), now) == NotPlanned("no-channel")
    away = Calendar(pauses=(Pause(today, today),))
    assert choose(replace(day, calendar=away), now) == NotPlanned("paused")
    holiday = Calendar(holidays=frozenset({today}))
    assert choose(replace(day, calendar=holiday), now) == NotPlanned("holiday")
    assert choose(replace(day, calendar=Calendar(week)), now) == NotPlanned("not-a-working-day")


@short
@given(days(), nows, st.integers(1, 7))
def test_not_this_week_lasts_until_the_day_named(day: LearnerDay, hours: float, ahead: int) -> None:
    now = moment_of(day.study_day, hours)
    snoozed = replace(day, not_before=day.study_day + timedelta(days=ahead))
    assert choose(snoozed, now) == NotPlanned("snoozed")
    assert choose(replace(day, not_before=day.study_day), now) == choose(day, now)


@short
@given(days(), nows, st.integers(0, 7))
def test_never_more_in_a_week_than_the_firm_allows(
    day: LearnerDay, hours: float, most: int
) -> None:
    full = replace(day, most_a_week=most, history=replace(day.history, in_week=most))
    assert choose(full, moment_of(day.study_day, hours)) == NotPlanned("week-full")


@short
@given(days(), nows)
def test_nothing_waiting_is_no_reason_to_come_but_news_is(day: LearnerDay, hours: float) -> None:
    now = moment_of(day.study_day, hours)
    empty = choose(replace(day, cards_waiting=0), now)
    if day.occasion and day.occasion.kind in NEWS:
        assert empty == choose(day, now)
    else:
        assert empty == NotPlanned("no-cards")


@pytest.mark.parametrize("kind", ["start", "course-day", "check-in", "last-week", "result"])
def test_an_occasion_takes_the_place_of_practice(kind: OccasionKind) -> None:
    assert planned(replace(FATIMA, occasion=Occasion(kind))).kind == kind


def test_the_same_day_is_chosen_the_same_for_ever() -> None:
    day = replace(FATIMA, person=42, hour=10, hour_reason="exploring")
    assert planned(day) == planned(day)
    assert planned(day).reason == "exploring"
    minutes = {planned(replace(day, person=person)).due_at for person in range(200)}
    assert len(minutes) > 50, "all at once would be a rush on the provider"
    later = choose(day, MIDNIGHT + timedelta(hours=20))
    assert later == NotPlanned("outside-window")
    assert study_day(planned(day).due_at, day.time_zone) == TUESDAY
