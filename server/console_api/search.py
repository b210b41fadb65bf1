"""Searching all sets, and answering what learners could not find."""

from __future__ import annotations

from typing import Any

from flask_smorest import Blueprint

from server.console_api import places
from server.console_api.refusals import answer_refusals
from server.console_api.schemas import PageQuery
from server.console_api.search_schemas import AnsweredOut, AnswerIn, RequestPageOut
from server.store import search_requests
from server.store.database import db
from server.store.people import Role
from server.teaching import answer_requests
from server.teaching.find_cards import PAGE as FOUND_PAGE
from server.teaching.find_cards import find_cards
from server.web.commit import commits
from server.web.found_schemas import FoundPageOut, SearchQuery
from server.web.paging import PAGE, page
from server.web.sign_in import me, open_to
from server.web.world import things

blueprint = Blueprint("console_search", __name__, url_prefix="/api/v1", description="Searching")
answer_refusals(blueprint)
authors = open_to(Role.TRAINER, Role.ADMIN)


@blueprint.get("/card-sets/search")
@authors
@blueprint.arguments(SearchQuery, location="query")
@blueprint.response(200, FoundPageOut)
def search(query: dict[str, str]) -> dict[str, Any]:
    """Cards of all sets as their authors have them, best first."""
    after = places.number(query["cursor"]) or 0
    return page(
        find_cards(db.session(), query["q"], after=after), lambda one: one.place, FOUND_PAGE
    )


@blueprint.get("/search/requests")
@authors
@blueprint.arguments(PageQuery, location="query")
@blueprint.response(200, RequestPageOut)
def requests(query: dict[str, str]) -> dict[str, Any]:
    """What learners asked for and nobody answered yet, each question once."""
    after = places.number(query["cursor"]) or 0
    rows = search_requests.open_requests(db.session(), after=after, limit=PAGE + 1)
    return page(rows, lambda one: one.id)


@blueprint.post("/search/requests/<int:request_id>/answer")
@authors
@blueprint.arguments(AnswerIn)
@blueprint.response(200, AnsweredOut)
@commits
def answer(given: dict[str, str], request_id: int) -> dict[str, int]:
    """Answers everybody who asked that; each sees it with the own question."""
    now = things().clock.now()
    return {"people": answer_requests.answer(db.session(), me(), request_id, given["text"], now)}
