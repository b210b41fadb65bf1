from __future__ import annotations

from flask import Flask
from prometheus_client import REGISTRY

from server.jobs.model_check import check_models
from server.store import scope
from server.store.model_checks import ModelCheck
from tests.fakes.world import World
from tests.server.firm import NOW, found, session_on
from tests.server.insight.test_drift import weeks_of


def counted(verdict: str) -> float:
    return REGISTRY.get_sample_value("beklijf_model_checks_total", {"verdict": verdict}) or 0.0


def test_each_organisation_is_judged_once_a_week_by_itself(
    app: Flask, database_url: str, world: World
) -> None:
    world.clock.set(NOW)
    for slug, right in (("molenwerk", 6), ("elders", 9)):
        with session_on(database_url) as db:
            weeks_of(found(db, slug), 25, right=right)
            db.commit()
    off, holds = counted("off"), counted("holds")
    check_models(app)
    check_models(app)
    with session_on(database_url) as db, scope.across_organisations(db):
        assert sorted(check.verdict for check in db.query(ModelCheck)) == ["holds", "off"]
    assert (counted("off") - off, counted("holds") - holds) == (1, 1)
