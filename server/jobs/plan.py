"""Deciding about the reminders of every study day that is under way somewhere."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial

from flask import Flask

from server.jobs import metrics
from server.jobs.run_log import tell
from server.jobs.runner import unit_of_work, world_of
from server.reminding.plan_reminders import Part, plan_part, undecided
from server.store.reminders import Reminder

# One reads from the database while the other decides.
AT_ONCE = 2


def plan_reminders(app: Flask) -> None:
    """Decides part by part, each committed by itself: what is decided stays when we are stopped."""
    things, _ = world_of(app)
    with unit_of_work(app) as session:
        parts = undecided(session, things.clock.now())
        # SQLite has one writer at a time.
        threads = 1 if session.get_bind().dialect.name == "sqlite" else AT_ONCE
    decided = 0
    with ThreadPoolExecutor(threads) as pool:
        for states in pool.map(partial(_plan, app), parts):
            decided += len(states)
            tell(decided)
            for state, count in Counter(states).items():
                metrics.came_to(Reminder, state, count)


def _plan(app: Flask, part: Part) -> Sequence[str]:
    things, _ = world_of(app)
    with unit_of_work(app) as session:
        return plan_part(session, things, part)
