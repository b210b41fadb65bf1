"""What a card said before, and bringing that back."""

from __future__ import annotations

from typing import Any

from flask_smorest import Blueprint

from server.console_api import card_view, places
from server.console_api.edit_schemas import VersionPageOut
from server.console_api.refusals import answer_refusals
from server.console_api.schemas import CardOut, PageQuery
from server.store import card_versions
from server.store.database import db
from server.store.people import Role
from server.teaching import card_history
from server.web.commit import commits
from server.web.paging import PAGE, page
from server.web.sign_in import me, open_to
from server.web.world import things

blueprint = Blueprint("card_versions", __name__, url_prefix="/api/v1", description="Versions")
answer_refusals(blueprint)
authors = open_to(Role.TRAINER, Role.ADMIN)


@blueprint.get("/card-sets/<int:card_set_id>/cards/<int:card_id>/versions")
@authors
@blueprint.arguments(PageQuery, location="query")
@blueprint.response(200, VersionPageOut)
def listed(query: dict[str, str], card_set_id: int, card_id: int) -> dict[str, Any]:
    """How the card stood after each edit, newest first; the first of them is how it stands."""
    card = card_history.card_of(db.session(), card_set_id, card_id)
    before = places.number(query["cursor"])
    rows = card_versions.of_card(db.session(), card.id, before=before, limit=PAGE + 1)
    return page(rows, lambda one: one.version)


@blueprint.post("/card-sets/<int:card_set_id>/cards/<int:card_id>/versions/<int:version>/restore")
@authors
@blueprint.response(200, CardOut)
@commits
def restore(card_set_id: int, card_id: int, version: int) -> dict[str, Any]:
    """Makes the card and its variants say again what they said then, as a new version."""
    card = card_history.restore(
        db.session(), me(), card_set_id, card_id, version=version, now=things().clock.now()
    )
    return card_view.one(db.session(), card)
