from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from scheduler.days_off import EVERY_DAY, Calendar, DayLoad
from scheduler.pause import Pause
from scheduler.reminders import PRACTICE, NotPlanned, Obstacle, Planned, choose
from tests.scheduler.rhythm.fatima import FATIMA, MIDNIGHT, TUESDAY, at, planned, welcome

AWAY = Calendar(pauses=(Pause(TUESDAY, TUESDAY),))


def test_a_reminder_comes_when_the_learning_window_opens() -> None:
    assert planned(FATIMA) == Planned(
        due_at=at("09:00"),
        expires_at=at("17:00"),
        kind=PRACTICE,
        channels=("web_push", "mail"),
        reason="window",
    )


def test_the_learners_own_moment_wins_within_the_window() -> None:
    choice = planned(replace(FATIMA, own_minute=12 * 60 + 30))
    assert (choice.due_at, choice.reason) == (at("12:30"), "own-moment")


def test_an_own_moment_outside_the_window_gives_way() -> None:
    early, late = (replace(FATIMA, own_minute=hour * 60) for hour in (7, 20))
    assert planned(early).due_at == at("09:00")
    assert planned(late).due_at == at("09:00")
    assert planned(late).reason == "window"


def test_planned_late_it_comes_at_once() -> None:
    now = at("14:10:30")
    assert planned(FATIMA, now).due_at == now
    assert planned(replace(FATIMA, own_minute=10 * 60), now).due_at == now


def test_nothing_comes_after_the_window_has_closed() -> None:
    assert planned(FATIMA, at("16:59")).expires_at == at("17:00")
    assert choose(FATIMA, at("17:00")) == NotPlanned("outside-window")
    assert choose(FATIMA, at("09:00", TUESDAY + timedelta(days=1))) == NotPlanned("outside-window")


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"done_today": True, "already": frozenset({PRACTICE})}, "done"),
        ({"already": frozenset({PRACTICE})}, "already"),
        ({"calendar": AWAY, "cards_waiting": 0}, "paused"),
        ({"muted": True}, "muted"),
        ({"cards_waiting": 0}, "no-cards"),
        ({"channels": ()}, "no-channel"),
        ({"calendar": Calendar((DayLoad.NONE,) * 7)}, "not-a-working-day"),
        ({"calendar": Calendar(EVERY_DAY, frozenset({TUESDAY}))}, "holiday"),
        ({"window": (540, 540)}, "outside-window"),
        ({"window": (360, 420)}, "outside-window"),
    ],
)
def test_no_reminder_where_none_is_welcome(changes: dict[str, Any], reason: Obstacle) -> None:
    assert choose(replace(FATIMA, **changes), MIDNIGHT) == NotPlanned(reason)


def test_quiet_hours_put_off_the_window_and_cut_it_short() -> None:
    all_day = replace(FATIMA, window=(0, 1440))
    assert planned(all_day).due_at == at("07:00")
    assert planned(all_day).expires_at == at("22:00")
    lunch = replace(FATIMA, quiet=(12 * 60, 13 * 60))
    assert planned(lunch).expires_at == at("12:00")
    assert planned(lunch, at("12:20")).due_at == at("13:00")


def test_without_window_or_quiet_limits_the_study_day_is_the_limit() -> None:
    free = replace(FATIMA, window=(0, 1440), quiet=(0, 0))
    assert planned(free).due_at == at("04:00")
    assert planned(free).expires_at == at("04:00", TUESDAY + timedelta(days=1))


def test_a_night_shift_is_reminded_in_its_own_night() -> None:
    night = replace(FATIMA, window=(22 * 60, 6 * 60), quiet=(8 * 60, 16 * 60))
    assert planned(night, at("12:00")).due_at == at("22:00")
    assert planned(night, at("12:00")).expires_at == at("04:00", TUESDAY + timedelta(days=1))
    assert planned(night, at("04:30")).expires_at == at("06:00")
    after_midnight = replace(night, own_minute=60)
    assert planned(after_midnight).due_at == at("01:00", TUESDAY + timedelta(days=1))


@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "Pacific/Pago_Pago", "Asia/Kolkata"])
def test_the_window_is_that_of_the_learners_own_clock(zone: str) -> None:
    away = replace(FATIMA, time_zone=zone)
    assert planned(away, MIDNIGHT - timedelta(days=1)).due_at == at("09:00", zone=zone)


@pytest.mark.parametrize("night", [date(2026, 3, 28), date(2026, 10, 24)])
@pytest.mark.parametrize("window", [(0, 1440), (60, 150), (150, 200), (130, 170), (1380, 240)])
@pytest.mark.parametrize("quiet", [(0, 0), (1320, 130), (150, 420), (120, 150), (1320, 150)])
def test_the_night_of_a_clock_change_lets_none_slip_out(
    night: date, window: tuple[int, int], quiet: tuple[int, int]
) -> None:
    day = replace(FATIMA, study_day=night, calendar=Calendar(), window=window, quiet=quiet)
    start = at("20:00", night)
    minutes = [start + timedelta(minutes=minute) for minute in range(9 * 60)]
    unwelcome = [moment for moment in minutes if not welcome(day, moment)]
    for now in minutes[::7]:
        choice = choose(day, now)
        if isinstance(choice, Planned):
            assert choice.due_at < choice.expires_at
            assert not any(choice.due_at <= moment < choice.expires_at for moment in unwelcome)
