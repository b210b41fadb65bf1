"""Noting which reminders were answered, once their two hours are over."""

from __future__ import annotations

from datetime import datetime

from flask import Flask

from server.jobs.runner import unit_of_work, world_of
from server.reminding.judge import PAGE, judge_page


def judge_reminders(app: Flask) -> None:
    """Judges page by page, each committed by itself. Safe to call any number of times."""
    things, _ = world_of(app)
    since: datetime | None = None
    while True:
        with unit_of_work(app) as session:
            page = judge_page(session, things.clock.now(), since)
        if len(page) < PAGE:
            return
        since = page[-1].due_at
