"""Deciding about the reminders of every study day that is under way somewhere."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextvars import copy_context
from datetime import date

from flask import Flask

from server.jobs import metrics
from server.jobs.run_log import tell
from server.jobs.runner import unit_of_work, world_of
from server.reminding.plan_reminders import plan_page, study_days
from server.store.reminder_facts import Shard
from server.store.reminders import Reminder

# One reads from the database while the other decides.
AT_ONCE = 2


def plan_reminders(app: Flask) -> None:
    """Decides page by page, each committed by itself: what is decided stays when we are stopped."""
    things, _ = world_of(app)
    with unit_of_work(app) as session:
        days = study_days(session, things.clock.now())
        # SQLite has one writer at a time.
        shards = 1 if session.get_bind().dialect.name == "sqlite" else AT_ONCE
    decided = _Decided()
    with ThreadPoolExecutor(shards) as threads:
        for done in [
            threads.submit(
                copy_context().run, _plan_shard, app, days, Shard(number, shards), decided
            )
            for number in range(shards)
        ]:
            done.result()


class _Decided:
    """How many people the threads have decided about."""

    def __init__(self) -> None:
        self._turn, self._count = threading.Lock(), 0

    def more(self, states: Sequence[str]) -> None:
        for state, count in Counter(states).items():
            metrics.came_to(Reminder, state, count)
        with self._turn:
            self._count += len(states)
            tell(self._count)


def _plan_shard(
    app: Flask, days: Mapping[date, Sequence[str]], shard: Shard, decided: _Decided
) -> None:
    things, _ = world_of(app)
    for day, zones in days.items():
        after: int | None = 0
        while after is not None:
            with unit_of_work(app) as session:
                page = plan_page(session, things, day, zones, after=after, shard=shard)
            decided.more(page.states)
            after = page.after
