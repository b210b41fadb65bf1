"""Looking once a week whether the memory model still foretells what is remembered."""

from __future__ import annotations

from flask import Flask

from server.insight.drift import check_model
from server.jobs import metrics
from server.jobs.run_log import counted
from server.jobs.runner import unit_of_work, world_of
from server.store import organisations, scope


def check_models(app: Flask) -> None:
    """Judges the last whole weeks of each organisation that are not judged yet."""
    things, _ = world_of(app)
    with unit_of_work(app) as session:
        firms = [(one.id, one.min_group_size) for one in organisations.all_of_them(session)]
    for organisation_id, floor in counted(firms):
        with unit_of_work(app) as session:
            scope.work_for(session, organisation_id)
            verdict = check_model(session, floor, things.clock.now())
        if verdict is not None:
            metrics.model_checked(verdict)
