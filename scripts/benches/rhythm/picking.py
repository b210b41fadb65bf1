"""Hours and wordings for everybody on a day, and what is learned from how it went."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

import numpy as np

from scheduler.rhythm import dice, hours, wordings
from scheduler.rhythm.arms import FADES, Flags, Manner, Tallies
from scheduler.rhythm.dice import Floats, Ints
from scheduler.rhythm.hours import HourReason
from scheduler.rhythm.welcome import HOURS
from scripts.benches.rhythm.life import Tried
from scripts.benches.rhythm.people import WORDINGS


@dataclass(frozen=True)
class Way:
    """How boldly hours and wordings are picked."""

    hours: Manner = hours.MANNER
    wordings: Manner = wordings.MANNER


EVENLY: Final = Way(replace(hours.MANNER, floor=1.0), replace(wordings.MANNER, floor=1.0))


@dataclass(frozen=True)
class Arms:
    """Of everybody on one day: the arm picked, its chance, what was foreseen, what is allowed."""

    arm: Ints
    chance: Floats
    foreseen: Floats
    allowed: Flags

    def tried(self, number: int, truth: Floats) -> Tried:
        """What one person gets, `truth` being their chance to answer by arm."""
        arm, allowed, foreseen = int(self.arm[number]), self.allowed[number], self.foreseen[number]
        even = allowed / allowed.sum()
        return Tried(
            arm=arm,
            chance=float(self.chance[number]),
            even=float(even[arm]),
            forecast=float(foreseen[arm]),
            even_forecast=float(even @ foreseen),
            even_truth=float(even @ truth),
        )


class Picker:
    """The tallies of all, as the server would keep them."""

    def __init__(self, size: int, way: Way) -> None:
        self._way = way
        self._numbers = np.arange(size)
        self._hours = Tallies(np.zeros((size, HOURS)), np.zeros((size, HOURS)))
        self._wordings = Tallies(np.zeros((size, WORDINGS)), np.zeros((size, WORDINGS)))
        self._firm_hours = Tallies(np.zeros((1, HOURS)), np.zeros((1, HOURS)))
        self._firm_wordings = Tallies(np.zeros((1, WORDINGS)), np.zeros((1, WORDINGS)))
        self._used = np.full((size, WORDINGS), -np.inf)

    def pick(self, day: date, allowed: Flags) -> tuple[Arms, Arms, Sequence[HourReason]]:
        """For each person an hour of those allowed, a wording, and why that hour."""
        since = self.days_since_used(day)
        of_hours, of_wordings = self._firm_hours, self._firm_wordings
        at = dice.seeds(self._numbers, day, dice.HOUR)
        words = dice.seeds(self._numbers, day, dice.WORDING)
        allowed = allowed & hours.told_enough(self._hours, of_hours)[:, None]
        hour = hours.pick(self._hours, of_hours, allowed, at, self._way.hours)
        wording = wordings.pick(self._wordings, of_wordings, since, words, self._way.wordings)
        foreseen = wordings.expected(self._wordings, of_wordings, since)
        every = np.ones(foreseen.shape, dtype=np.bool_)
        return (
            Arms(hour.hour, hour.propensity, hours.expected(self._hours, of_hours), allowed),
            Arms(wording.wording, wording.propensity, foreseen, every),
            hour.why,
        )

    def days_since_used(self, day: date) -> Floats:
        """By person and wording; infinite where it never was."""
        return day.toordinal() - self._used

    def learn(self, number: int, hour: int, wording: int | None, day: date, won: bool) -> None:
        """A reminder was answered in time, or not."""
        for kept in (self._hours, self._wordings):
            kept.tried[number] *= FADES
            kept.answered[number] *= FADES
        for kept, row in ((self._hours, number), (self._firm_hours, 0)):
            kept.tried[row, hour] += 1
            kept.answered[row, hour] += won
        if wording is None:
            return
        for kept, row in ((self._wordings, number), (self._firm_wordings, 0)):
            kept.tried[row, wording] += 1
            kept.answered[row, wording] += won
        self._used[number, wording] = day.toordinal()
