"""The own organisation and its settings."""

from __future__ import annotations

from typing import Any

from flask_smorest import Blueprint

from server.console_api.people_schemas import FirmOut, FirmPatchIn
from server.store.organisations import Organisation
from server.store.people import Role
from server.web.commit import commits
from server.web.sign_in import me, open_to

blueprint = Blueprint("organisation", __name__, url_prefix="/api/v1", description="Organisation")


@blueprint.get("/organisation")
@open_to(Role.TRAINER, Role.MANAGER, Role.ADMIN)
@blueprint.response(200, FirmOut)
def show() -> Organisation:
    """The own organisation."""
    return me().organisation


@blueprint.patch("/organisation")
@open_to(Role.ADMIN)
@blueprint.arguments(FirmPatchIn)
@blueprint.response(200, FirmOut)
@commits
def change(given: dict[str, Any]) -> Organisation:
    """Changes settings; what is left out stays."""
    organisation = me().organisation
    for name, value in given.items():
        setattr(organisation, name, value)
    return organisation
