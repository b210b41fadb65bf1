"""The memory model's parameters, for admins."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from flask_smorest import Blueprint

from scheduler.fit.gate import LEAST_ANSWERS
from server.console_api.parameter_schemas import ParameterSetOut, ParameterSetsOut
from server.insight.parameter_sets import report
from server.practice import fits
from server.store.database import db
from server.store.parameter_sets import ParameterSet
from server.store.people import Role
from server.web.commit import commits
from server.web.errors import Problem, not_found
from server.web.sign_in import me, open_to
from server.web.world import things

blueprint = Blueprint("parameters", __name__, url_prefix="/api/v1", description="Memory model")
admins = open_to(Role.ADMIN)


@blueprint.get("/parameter-sets")
@admins
@blueprint.response(200, ParameterSetsOut)
def listed() -> dict[str, Any]:
    """Every set that was made for the organisation; of learners' own only figures of all."""
    floor = me().organisation.min_group_size
    told = report(db.session(), floor)
    return {
        "answers": told.answers,
        "least_answers": LEAST_ANSWERS,
        "min_group_size": floor,
        "sets": told.sets,
        "personal": asdict(told.personal) if told.personal else None,
    }


@blueprint.post("/parameter-sets/<int:parameter_set_id>/adopt")
@admins
@blueprint.response(200, ParameterSetOut)
@commits
def adopt(parameter_set_id: int) -> ParameterSet:
    """Brings a waiting set into force; 409 when it no longer waits."""
    return _decided(parameter_set_id, adopt=True)


@blueprint.post("/parameter-sets/<int:parameter_set_id>/decline")
@admins
@blueprint.response(200, ParameterSetOut)
@commits
def decline(parameter_set_id: int) -> ParameterSet:
    """Puts a waiting set away; 409 when it no longer waits."""
    return _decided(parameter_set_id, adopt=False)


def _decided(set_id: int, *, adopt: bool) -> ParameterSet:
    try:
        one = fits.decide(db.session(), set_id, things().clock.now(), adopt=adopt)
    except fits.Decided:
        raise Problem(409, "parameters-decided") from None
    if one is None:
        raise not_found()
    return one
