"""`scripts/bench plan`: a day of reminders decided for a million learners, beside plain scans."""

from __future__ import annotations

import gc
import resource
import time
from collections.abc import Callable
from typing import Final

from flask import Flask
from sqlalchemy import text

from scripts.benches.figures import Figure, tell
from scripts.benches.night_world import CARDS, world
from scripts.bootstrap.telling import step
from server.jobs.plan import plan_reminders
from server.store.database import db

LEARNERS: Final = 1_000_000
MOST_SECONDS: Final = 60.0
MOST_MB: Final = 1024.0
READ: Final = ("people", "rhythms", "enrolments", "devices", "card_memory")


def run() -> bool:
    """Measures; gives whether the bars hold."""
    with world(LEARNERS) as (app, _):
        gc.freeze()  # as `beklijf clock` does
        with step("deciding for everybody"):
            planned = _took(lambda: plan_reminders(app))
        decided = _decided(app)
        with step("deciding again, when all is decided"):
            again = _took(lambda: plan_reminders(app))
        with step("reading the same rows"):
            scanned = _took(lambda: _scan(app))
    if decided != LEARNERS:
        raise RuntimeError(f"{decided} learners were decided about, not {LEARNERS}")
    seconds, processor = planned
    return tell(
        "plan",
        [
            Figure(f"a day of {LEARNERS:,} learners", seconds, "s", most=MOST_SECONDS),
            Figure("of its own processor in that", processor, "s"),
            Figure("a learner", seconds / LEARNERS * 1e6, "µs"),
            Figure(f"one plain scan of their rows, {CARDS} cards each", scanned[0], "s"),
            Figure("deciding / the scan", seconds / scanned[0], ""),
            Figure("the next minute, when all is decided", again[0], "s"),
            Figure("most memory", _peak_mb(), "MB", most=MOST_MB),
        ],
    )


def _took(work: Callable[[], object]) -> tuple[float, float]:
    began, used = time.perf_counter(), time.process_time()
    work()
    return time.perf_counter() - began, time.process_time() - used


def _decided(app: Flask) -> int:
    with app.app_context(), db.engine.connect() as connection:
        return int(connection.scalar(text("SELECT count(*) FROM reminders")) or 0)


def _scan(app: Flask) -> None:
    """Each row once, in the database; none is sent over."""
    with app.app_context(), db.engine.connect() as connection:
        for table in READ:
            connection.execute(text(f"SELECT sum(length(t::text)) FROM {table} t")).one()  # noqa: S608 - names from above


def _peak_mb() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
