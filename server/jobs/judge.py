"""Noting which reminders were answered, once their two hours are over."""

from __future__ import annotations

from flask import Flask

from server.jobs.runner import unit_of_work, world_of
from server.reminding.judge import PAGE, judge_page


def judge_reminders(app: Flask) -> None:
    """Judges page by page, each committed by itself. Safe to call any number of times."""
    things, _ = world_of(app)
    judged = PAGE
    while judged == PAGE:
        with unit_of_work(app) as session:
            judged = judge_page(session, things.clock.now())
