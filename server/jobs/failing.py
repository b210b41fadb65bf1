"""Looking once a day for cards that a cohort keeps failing."""

from __future__ import annotations

from flask import Flask

from server.jobs.run_log import counted
from server.jobs.runner import unit_of_work, world_of
from server.store import organisations, scope
from server.teaching.failing import find_failing


def find_failing_cards(app: Flask) -> None:
    """Brings the inbox of each organisation up to date, each committed by itself."""
    things, _ = world_of(app)
    with unit_of_work(app) as session:
        firms = [(one.id, one.min_group_size) for one in organisations.all_of_them(session)]
    for organisation_id, floor in counted(firms):
        with unit_of_work(app) as session:
            scope.work_for(session, organisation_id)
            find_failing(session, floor, things.clock.now())
