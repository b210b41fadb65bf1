"""Counting once a night how regularly learners practise."""

from __future__ import annotations

from flask import Flask

from server.jobs.run_log import counted
from server.jobs.runner import unit_of_work, world_of
from server.practice.attendance import count_attendance
from server.store import organisations, scope


def count_attendances(app: Flask) -> None:
    """Counts for each organisation, each committed by itself. Safe to call any number of times."""
    things, _ = world_of(app)
    with unit_of_work(app) as session:
        firms = [one.id for one in organisations.all_of_them(session)]
    for organisation_id in counted(firms):
        with unit_of_work(app) as session:
            scope.work_for(session, organisation_id)
            count_attendance(session, things.clock.now())
