"""Fatima does not answer; Daan practises before he is told."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scheduler.days_off import EVERY_DAY, WORKING_WEEK, Calendar, DayLoad
from scheduler.pause import Pause
from scheduler.reminders import HELP, PRACTICE, NotPlanned, Planned, choose
from scheduler.rhythm.history import History
from scheduler.rhythm.occasions import Occasion
from tests.scheduler.rhythm.fatima import FATIMA, TUESDAY, at, planned
from tests.scheduler.strategies import quick

A_DAY = timedelta(days=1)
MONDAY = date(2026, 5, 4)
ALONE = History(last_practised_on=TUESDAY - A_DAY, alone=4, alone_of=5)
calendars = st.builds(
    Calendar,
    st.lists(st.sampled_from(DayLoad), min_size=7, max_size=7).map(tuple),
    st.frozensets(st.integers(0, 60).map(lambda days: MONDAY + A_DAY * days), max_size=5),
)


def ignoring(calendar: Calendar, days: int, most_a_week: int = 7) -> list[tuple[date, str]]:
    """The reminders, by day and kind, of somebody who never answers."""
    history, sent = History(), list[tuple[date, str]]()
    for day in (MONDAY + A_DAY * number for number in range(days)):
        if day.weekday() == 0:
            history = replace(history, in_week=0)
        learner_day = replace(
            FATIMA, study_day=day, calendar=calendar, history=history, most_a_week=most_a_week
        )
        choice = choose(learner_day, at("04:00", day))
        if isinstance(choice, Planned):
            sent.append((day, choice.kind))
            history = replace(
                history,
                ignored=history.ignored + 1,
                last_reminder_at=choice.due_at,
                last_reminder_on=day,
                in_week=history.in_week + 1,
                asked_help=choice.kind == HELP,
            )
    return sent


def test_who_does_not_answer_is_left_alone_step_by_step() -> None:
    sent = ignoring(Calendar(WORKING_WEEK), 365)
    days = [(day - MONDAY).days for day, _ in sent]
    # Three in a row, every other working day over a weekend, weekly, and one question.
    assert days == [0, 1, 2, 4, 8, 10, 17, 24, 31, 38]
    assert [kind for _, kind in sent] == [PRACTICE] * 9 + [HELP]


@settings(quick, max_examples=20)
@given(calendars, st.integers(1, 7))
def test_steps_back_hold_in_any_week_with_any_holidays(calendar: Calendar, most: int) -> None:
    sent = ignoring(calendar, 200, most)
    assert all(calendar.load(day) is not DayLoad.NONE for day, _ in sent)
    assert [kind for _, kind in sent].count(HELP) <= 1
    if HELP in [kind for _, kind in sent]:
        assert [kind for _, kind in sent].index(HELP) == len(sent) - 1 == 9
    for number, ((before, _), (day, _)) in enumerate(pairwise(sent), 1):
        between = [before + A_DAY * n for n in range(1, (day - before).days)]
        if 3 <= number < 6:
            assert any(calendar.load(one) is not DayLoad.NONE for one in between)
        if number >= 6:
            assert day - before >= timedelta(days=7)


@quick
@given(st.integers(0, 30), st.integers(0, 400), st.booleans())
def test_the_question_brings_silence_for_good_and_nothing_else_does(
    ignored: int, days: int, asked: bool
) -> None:
    told = History(ignored, last_reminder_on=TUESDAY - A_DAY * days, asked_help=asked)
    silent = choose(replace(FATIMA, history=told), at("04:00")) == NotPlanned("silent")
    assert silent == asked


def test_the_question_what_would_help_goes_by_mail() -> None:
    tired = replace(
        FATIMA, history=History(ignored=9, last_reminder_on=TUESDAY - timedelta(days=7))
    )
    assert (planned(tired).kind, planned(tired).channels) == (HELP, ("mail",))
    assert planned(replace(tired, channels=("fcm",))).channels == ("fcm",)
    start = replace(tired, occasion=Occasion("start"))
    assert planned(start).kind == HELP


@pytest.mark.parametrize("ignored", [3, 6])
def test_an_occasion_keeps_the_same_distance(ignored: int) -> None:
    history = History(ignored=ignored, last_reminder_on=TUESDAY - A_DAY)
    due = replace(FATIMA, history=history, occasion=Occasion("course-day"))
    assert choose(due, at("04:00")) == NotPlanned("backing-off")


def test_a_long_absence_does_not_keep_silent_who_was_reminded_every_other_day() -> None:
    away = Calendar(EVERY_DAY, pauses=(Pause(TUESDAY - 50 * A_DAY, TUESDAY - A_DAY),))
    history = History(ignored=3, last_reminder_on=TUESDAY - 51 * A_DAY)
    back = replace(FATIMA, calendar=away, history=history)
    assert choose(back, at("04:00")) == NotPlanned("backing-off")
    tomorrow = replace(back, study_day=TUESDAY + A_DAY)
    assert planned(tomorrow, at("04:00", TUESDAY + A_DAY)).kind == PRACTICE


def test_who_starts_alone_is_left_to_it() -> None:
    daan = replace(FATIMA, history=ALONE)
    assert choose(daan, at("04:00")) == NotPlanned("starts-alone")
    assert planned(replace(daan, occasion=Occasion("result"))).kind == "result"
    checked = replace(daan, occasion=Occasion("check-in"))
    assert choose(checked, at("04:00")) == NotPlanned("starts-alone")


@pytest.mark.parametrize(
    "history",
    [
        replace(ALONE, alone=3),
        replace(ALONE, alone=4, alone_of=4),
        replace(ALONE, last_practised_on=TUESDAY - 2 * A_DAY),
        replace(ALONE, last_practised_on=None),
    ],
)
def test_who_missed_the_last_working_day_or_has_no_habit_is_told(history: History) -> None:
    assert planned(replace(FATIMA, history=history)).kind == PRACTICE


def test_a_weekend_and_a_holiday_are_no_missed_days() -> None:
    friday, tuesday = date(2026, 5, 22), date(2026, 5, 26)
    whit = Calendar(WORKING_WEEK, frozenset({date(2026, 5, 25)}))
    alone = replace(ALONE, last_practised_on=friday)
    day = replace(FATIMA, study_day=tuesday, calendar=whit, history=alone)
    assert choose(day, at("04:00", tuesday)) == NotPlanned("starts-alone")


def test_after_a_long_absence_even_who_starts_alone_is_told() -> None:
    away = Calendar(EVERY_DAY, pauses=(Pause(TUESDAY - 60 * A_DAY, TUESDAY - A_DAY),))
    alone = replace(ALONE, last_practised_on=TUESDAY - 61 * A_DAY)
    assert planned(replace(FATIMA, calendar=away, history=alone)).kind == PRACTICE


def test_distance_is_counted_from_when_it_was_sent() -> None:
    late = datetime.fromisoformat("2026-05-12T08:30:00+02:00")
    day = replace(FATIMA, history=History(last_reminder_at=late, last_session_at=late))
    assert planned(day).due_at == at("11:30")
    assert planned(replace(day, history=History(last_session_at=late))).due_at == at("09:30")
