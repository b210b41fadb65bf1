"""Finding a card again, and asking the trainers for what is not there."""

from __future__ import annotations

from typing import Any

from flask_smorest import Blueprint

from mobile_api.search_schemas import AskedOut, AskedPageOut, AskIn
from server.practice import ask_trainer
from server.practice.find_cards import PAGE, find_cards
from server.store.database import db
from server.store.search_requests import SearchRequest
from server.web.commit import commits
from server.web.found_schemas import FoundPageOut, SearchQuery
from server.web.paging import page, unseal
from server.web.sign_in import caller, open_to_all_people
from server.web.world import things

blueprint = Blueprint("search", __name__, url_prefix="/api/v1", description="Finding cards")


@blueprint.get("/search")
@open_to_all_people
@blueprint.arguments(SearchQuery, location="query")
@blueprint.response(200, FoundPageOut)
def search(query: dict[str, str]) -> dict[str, Any]:
    """Released cards of my campaigns, best first; all of them without a question."""
    after = max(unseal(query["cursor"], int) or 0, 0)
    found = find_cards(db.session(), caller(), query["q"], after=after)
    return page(found, lambda one: one.place, PAGE)


@blueprint.post("/search/requests")
@open_to_all_people
@blueprint.arguments(AskIn)
@blueprint.response(201, AskedOut)
@commits
def ask(given: dict[str, Any]) -> SearchRequest:
    """Asks the trainers for what was not found; asking again changes nothing."""
    return ask_trainer.ask(db.session(), caller(), **given, now=things().clock.now())


@blueprint.get("/me/search-requests")
@open_to_all_people
@blueprint.response(200, AskedPageOut)
def asked() -> dict[str, Any]:
    """What I asked, the newest first, with the answers."""
    return {"items": ask_trainer.mine(db.session(), caller()), "next": None}
