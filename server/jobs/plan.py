"""Deciding about the reminders of every study day that is under way somewhere."""

from __future__ import annotations

from flask import Flask

from server.jobs import metrics
from server.jobs.run_log import tell
from server.jobs.runner import unit_of_work, world_of
from server.reminding.plan_reminders import plan_page, study_days
from server.store.reminders import Reminder


def plan_reminders(app: Flask) -> None:
    """Decides page by page, each committed by itself: what is decided stays when we are stopped."""
    things, _ = world_of(app)
    with unit_of_work(app) as session:
        days = study_days(session, things.clock.now())
    decided = 0
    for day, zones in days.items():
        after: int | None = 0
        while after is not None:
            with unit_of_work(app) as session:
                page = plan_page(session, things, day, zones, after=after)
            for state in page.states:
                metrics.came_to(Reminder, state)
            decided += len(page.states)
            tell(decided)
            after = page.after
