"""Curators: learners and others who may decide about a set or a topic."""

from __future__ import annotations

from typing import Any

from flask_smorest import Blueprint

from server.console_api.inbox_schemas import CuratorIn, CuratorOut, CuratorPageOut
from server.console_api.refusals import answer_refusals
from server.store import curators
from server.store.curators import Curator
from server.store.database import db
from server.store.people import Role
from server.teaching import curation
from server.web.commit import commits
from server.web.sign_in import open_to

blueprint = Blueprint("curators", __name__, url_prefix="/api/v1", description="Curators")
answer_refusals(blueprint)
authors = open_to(Role.TRAINER, Role.ADMIN)


@blueprint.get("/curators")
@authors
@blueprint.response(200, CuratorPageOut)
def listed() -> dict[str, Any]:
    """All curators by name."""
    return {"items": curators.all_of_them(db.session()), "next": None}


@blueprint.post("/curators")
@authors
@blueprint.arguments(CuratorIn)
@blueprint.response(201, CuratorOut)
@commits
def assign(given: dict[str, Any]) -> Curator:
    """Lets somebody decide about a set, or about a topic in all sets."""
    return curation.assign(db.session(), **given)


@blueprint.delete("/curators/<int:curator_id>")
@authors
@blueprint.response(204)
@commits
def dismiss(curator_id: int) -> None:
    """Ends it; what was decided stays."""
    curation.dismiss(db.session(), curator_id)
