"""Made-up learners of one firm in six time zones, each with a hidden true preference."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
from numpy.typing import NDArray

from scheduler.days_off import WORKING_WEEK, Calendar, DayLoad
from scheduler.pause import Pause

Floats = NDArray[np.float64]

STARTS_ON = date(2027, 9, 1)
DAYS = 366
"""A leap year, so that 29 February and both clock changes of each zone lie in it."""
ZONES = (
    "Europe/Amsterdam",
    "America/New_York",
    "Asia/Kolkata",
    "Australia/Lord_Howe",  # changes the clock by half an hour
    "Pacific/Kiritimati",  # the earliest date on earth
    "Pacific/Honolulu",  # nearly the latest
)
WORDINGS = 6
_OFFICE, _SHIFTS, _NIGHTS = (9 * 60, 17 * 60), (6 * 60 + 30, 14 * 60), (22 * 60, 6 * 60)
_WINDOWS = (_OFFICE, _SHIFTS, (12 * 60, 21 * 60), (0, 1440), _NIGHTS)
_WINDOW_SHARES = (0.5, 0.2, 0.15, 0.1, 0.05)
_WEEKS = (
    WORKING_WEEK,
    (*[DayLoad.FULL] * 4, *[DayLoad.NONE] * 3),
    (DayLoad.NONE, *[DayLoad.FULL] * 3, DayLoad.HALF, *[DayLoad.FULL] * 2),
)
_HABITS = ("answers", "alone", "ignores", "returns")
_HABIT_SHARES = (0.6, 0.15, 0.15, 0.1)
_READY = {"answers": (4, 3), "alone": (4, 3), "ignores": (1, 30), "returns": (1, 40)}
_ALONE = {"answers": 0.06, "alone": 0.92, "ignores": 0.002, "returns": 0.0}
_ELSEWHERE = 0.2
"""What is left of the readiness to answer far from the best hour."""
_HOURS_WIDE = 1.6
_OWN_MOMENT, _MUTED, _BY_MAIL = 0.05, 0.05, 0.8
_AS_IT_OPENS, _CHANGE = 0.5, 0.2
"""Shares of people: whose best moment is soon after their times begin, and who change theirs."""


@dataclass(frozen=True, slots=True)
class Person:
    """What may be known of somebody, and from `habit` on what nobody knows."""

    number: int
    time_zone: str
    window: tuple[int, int]
    quiet: tuple[int, int]
    calendar: Calendar
    own_minute: int | None
    channels: tuple[str, ...]
    muted: Pause | None
    starts_on: date
    habit: str
    best_minute: int
    practises_alone: float
    comes_back_on: date | None


@dataclass(frozen=True)
class Crowd:
    """All of them, with the chance to answer by local hour, and what each wording leaves of it."""

    people: Sequence[Person]
    hours: Floats
    later_hours: Floats
    wordings: Floats

    def hours_on(self, day: date) -> Floats:
        """Some have other habits from the middle of the year on."""
        return self.hours if day < STARTS_ON + timedelta(days=DAYS // 2) else self.later_hours


def crowd(size: int, seed: int) -> Crowd:
    """The same people for the same seed."""
    dice = np.random.default_rng(seed)
    people = [_person(number, dice) for number in range(size)]
    ready = np.array([dice.beta(*_READY[one.habit]) for one in people])
    best = np.array([one.best_minute / 60 for one in people])
    later = best + np.where(dice.random(size) < _CHANGE, dice.choice([-3.0, 3.0], size), 0.0)
    common = np.linspace(0.7, 1.0, WORDINGS)
    taste = np.clip(common + dice.normal(0, 0.12, (size, WORDINGS)), 0.3, 1.0)
    return Crowd(people, ready[:, None] * _shape(best), ready[:, None] * _shape(later), taste)


def _shape(best: Floats) -> Floats:
    """What is left of the readiness in each hour, by person."""
    apart = np.abs(np.arange(24) + 0.5 - best[:, None]) % 24
    near: Floats = np.exp(-0.5 * (np.minimum(apart, 24 - apart) / _HOURS_WIDE) ** 2)
    return _ELSEWHERE + (1 - _ELSEWHERE) * near


def _person(number: int, dice: np.random.Generator) -> Person:
    habit = str(dice.choice(_HABITS, p=_HABIT_SHARES))
    window = _WINDOWS[dice.choice(len(_WINDOWS), p=_WINDOW_SHARES)]
    quiet = (8 * 60, 16 * 60) if window == _NIGHTS else (22 * 60, 7 * 60)
    starts_on = STARTS_ON + timedelta(days=int(dice.integers(0, 45)))
    return Person(
        number=number,
        time_zone=ZONES[number % len(ZONES)],
        window=window,
        quiet=quiet,
        calendar=_calendar(dice, number),
        own_minute=int(dice.integers(0, 1440)) if dice.random() < _OWN_MOMENT else None,
        channels=("web_push", "mail") if dice.random() < _BY_MAIL else ("fcm",),
        muted=_away(dice, 60) if dice.random() < _MUTED else None,
        starts_on=starts_on,
        habit=habit,
        best_minute=_best_minute(window, quiet, dice),
        practises_alone=_ALONE[habit],
        comes_back_on=_in_the_year(dice) if habit == "returns" else None,
    )


def _best_minute(window: tuple[int, int], quiet: tuple[int, int], dice: np.random.Generator) -> int:
    """Inside their times: half of people soon after they open, the others anywhere."""
    start, end = (quiet[1], quiet[0]) if window == (0, 1440) else window
    length = (end - start) % 1440
    share = dice.beta(1.2, 6) if dice.random() < _AS_IT_OPENS else dice.random()
    return int(start + share * length) % 1440


def _calendar(dice: np.random.Generator, number: int) -> Calendar:
    shared = np.random.default_rng(number % len(ZONES))
    holidays = frozenset(_in_the_year(shared) for _ in range(9))
    pauses = tuple(_away(dice, days) for days in (14, 7, 3)[: dice.integers(0, 4)])
    return Calendar(_WEEKS[dice.choice(3, p=(0.8, 0.12, 0.08))], holidays, pauses)


def _away(dice: np.random.Generator, days: int) -> Pause:
    first = _in_the_year(dice)
    return Pause(first, first + timedelta(days=days - 1))


def _in_the_year(dice: np.random.Generator) -> date:
    return STARTS_ON + timedelta(days=int(dice.integers(0, DAYS)))
