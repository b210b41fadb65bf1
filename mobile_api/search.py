"""Finding a card again."""

from __future__ import annotations

from typing import Any

from flask_smorest import Blueprint

from mobile_api.session_schemas import FoundPageOut, SearchQuery
from server.practice.find_cards import PAGE, find_cards
from server.store.database import db
from server.web.paging import page, unseal
from server.web.sign_in import caller, open_to_all_people

blueprint = Blueprint("search", __name__, url_prefix="/api/v1", description="Finding cards")


@blueprint.get("/search")
@open_to_all_people
@blueprint.arguments(SearchQuery, location="query")
@blueprint.response(200, FoundPageOut)
def search(query: dict[str, str]) -> dict[str, Any]:
    """Cards, explanations and sources of my sets that hold every word."""
    after = unseal(query["cursor"], int) or 0
    found = find_cards(db.session(), caller(), query["q"], after=after)
    return page(found, lambda one: one.card_id, PAGE)
