"""`scripts/bench memory`: all memory folded again, and the night's plan, beside the bare maths."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Final

import numpy as np

from scheduler.bulk.fold import Stretches, fold
from scheduler.bulk.fsrs6 import Bulk
from scheduler.bulk.replay import Logs
from scheduler.fsrs6 import DEFAULT_PARAMETERS
from scheduler.memory import Rating, after
from scheduler.policy.readiness import Readiness
from scripts.benches.command import Took, measured
from scripts.benches.figures import Figure, tell
from scripts.benches.memory_world import ANSWERS, LEARNERS, world
from scripts.bootstrap.telling import step
from server.jobs.plan import plan_reminders

A_PAGE: Final = 1_250
NIGHT: Final = 100_000
MOST_REBUILDING: Final = 10.0
MOST_PLANNING: Final = 60.0
_REBUILDING: Final[dict[str, list[str]]] = {
    "rebuild, every row missing": [],
    "rebuild, every row right": [],
    "rebuild --check": ["--check"],
}
"""In this order: what the first one makes is what the others find. A difference fails the last."""


def run() -> bool:
    """Measures; gives whether the bars hold."""
    with world() as (app, beklijf):
        took = {}
        for name, options in _REBUILDING.items():
            with step(name):
                took[name] = measured(beklijf, "memory", "rebuild", *options)
        with step("planning the night"):
            planned = _seconds(lambda: plan_reminders(app))
    return tell("memory", list(_figures(took, planned)))


def _seconds(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def _figures(took: Mapping[str, Took], planned: float) -> Iterator[Figure]:
    folding, maths, alone = _folding(), _maths(), _one_by_one()
    yield Figure("folding 1,000,000 reviews on arrays", folding, "s")
    yield Figure("the formulas alone, on as many numbers", maths, "s")
    yield Figure("folding / the formulas alone", folding / maths, "")
    yield Figure("folding one by one, as an upload does", alone, "s")
    for name, one in took.items():
        yield Figure(name, one.seconds, "s", most=MOST_REBUILDING)
        yield Figure("  of which its own processor", one.processor, "s")
        yield Figure("  / folding on arrays", one.seconds / folding, "")
        yield Figure("  most memory", one.peak_mb, "MB")
    night = planned * NIGHT / LEARNERS
    yield Figure("the night's plan, 100,000 learners", night, "s", most=MOST_PLANNING)
    yield Figure("a learner in it", planned / LEARNERS * 1000, "ms")


def _logs() -> Logs:
    dice = np.random.default_rng(1)
    count = A_PAGE * ANSWERS
    return Logs(
        np.full(A_PAGE, ANSWERS),
        700_000 + np.cumsum(dice.integers(0, 9, count)),
        dice.choice([1, 3, 3, 3], count),
    )


def _folding() -> float:
    """Memory, due days and chances foretold of a million reviews, page by page."""
    logs = _logs()
    cards, seeds = np.zeros(A_PAGE, np.int64), [f"7:{card}" for card in range(A_PAGE)]
    answered_by = np.zeros(len(logs.rating), np.int64)
    page = Stretches(logs, answered_by, cards, [(Readiness(0.9),)] * A_PAGE, seeds)
    pages = 1_000_000 // len(logs.rating)
    return _seconds(lambda: [fold(page, [DEFAULT_PARAMETERS]) for _ in range(pages)])


def _maths() -> float:
    """One step of the formulas for a million numbers, in arrays as long as a page has cards."""
    bulk = Bulk(np.array(DEFAULT_PARAMETERS))
    stability, difficulty = np.full(A_PAGE, 12.5), np.full(A_PAGE, 5.5)
    ratings, elapsed = np.full(A_PAGE, 3), np.full(A_PAGE, 9)
    return _seconds(
        lambda: [
            bulk.following(stability, difficulty, ratings, elapsed)
            for _ in range(1_000_000 // A_PAGE)
        ]
    )


def _one_by_one() -> float:
    """The same by `scheduler.memory.after`, of a twentieth, times twenty."""
    logs = _logs()
    days = [date.fromordinal(day) for day in logs.study_day.tolist()]
    answers = list(zip(days, map(Rating, logs.rating.tolist()), strict=True))

    def one_by_one() -> None:
        for card in range(0, 50_000, ANSWERS):
            memory = None
            for place in range(ANSWERS):
                day, rating = answers[(card + place) % len(answers)]
                memory = after(memory, day, rating)

    return 20 * _seconds(one_by_one)
