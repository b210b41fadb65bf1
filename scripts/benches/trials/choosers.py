"""Who schedules for made-up learners."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

import numpy as np

from scheduler.bulk.fsrs6 import Ints
from scheduler.policy.aim import Aim
from scheduler.simulate.waits import windows
from scripts.benches.trials.run import Asked

COURSE: Final = date(2026, 3, 2)
"""Day 0, to aims that know dates."""


@dataclass(frozen=True)
class By:
    """Beklijf, by an aim."""

    aim: Aim

    def wait(self, asked: Asked) -> Ints:
        on = COURSE + timedelta(days=asked.day)
        earliest, latest = windows(self.aim)(asked.stability, asked.difficulty, on)
        return between(earliest, latest, asked)


def between(earliest: Ints, latest: Ints, asked: Asked) -> Ints:
    """The day within each window that the luck of the card picks."""
    picked: Ints = earliest + (asked.place * (latest - earliest + 1)).astype(np.int64)
    return picked
