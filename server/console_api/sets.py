"""Sets: making, naming and listing."""

from __future__ import annotations

from typing import Any

from flask_smorest import Blueprint

from server.console_api import places
from server.console_api.refusals import answer_refusals
from server.console_api.release_schemas import ValidUntilIn, ValidUntilOut
from server.console_api.schemas import (
    CardSetIn,
    CardSetOut,
    CardSetPageOut,
    CardSetPatchIn,
    SearchPageQuery,
)
from server.store import card_sets
from server.store.card_sets import CardSet
from server.store.database import db
from server.store.people import Role
from server.teaching import sets
from server.teaching.set_settings import change_settings
from server.teaching.sets import Overview, the_set
from server.teaching.validity import set_valid_until
from server.web.commit import commits
from server.web.paging import PAGE, page
from server.web.sign_in import me, open_to
from server.web.world import things

blueprint = Blueprint("card_sets", __name__, url_prefix="/api/v1", description="Sets")
answer_refusals(blueprint)
authors = open_to(Role.TRAINER, Role.ADMIN)


@blueprint.get("/card-sets")
@authors
@blueprint.arguments(SearchPageQuery, location="query")
@blueprint.response(200, CardSetPageOut)
def listed(query: dict[str, str]) -> dict[str, Any]:
    """Sets by title."""
    after = places.name_and_id(query["cursor"])
    rows = card_sets.listed(db.session(), words=query["q"], after=after, limit=PAGE + 1)
    found = page(rows, lambda one: [one.title, one.id])
    return {**found, "items": sets.overviews(db.session(), found["items"])}


@blueprint.post("/card-sets")
@authors
@blueprint.arguments(CardSetIn)
@blueprint.response(201, CardSetOut)
@commits
def make(given: dict[str, str]) -> Overview:
    """A new set without cards."""
    return _overview(sets.create(db.session(), me(), **given, now=things().clock.now()))


@blueprint.get("/card-sets/<int:card_set_id>")
@authors
@blueprint.response(200, CardSetOut)
def show(card_set_id: int) -> Overview:
    """One set."""
    return _overview(the_set(db.session(), card_set_id))


@blueprint.patch("/card-sets/<int:card_set_id>")
@authors
@blueprint.arguments(CardSetPatchIn)
@blueprint.response(200, CardSetOut)
@commits
def change(given: dict[str, Any], card_set_id: int) -> Overview:
    """Gives the set another title, a second reader, or a day to look through it again."""
    return _overview(change_settings(db.session(), me(), card_set_id, given))


@blueprint.put("/card-sets/<int:card_set_id>/valid-until")
@authors
@blueprint.arguments(ValidUntilIn)
@blueprint.response(200, ValidUntilOut)
@commits
def limit(given: dict[str, Any], card_set_id: int) -> dict[str, int]:
    """Sets the last day on which cards are asked, or that there is none."""
    now = things().clock.now()
    return {"changed": set_valid_until(db.session(), me(), card_set_id, **given, now=now)}


def _overview(card_set: CardSet) -> Overview:
    (overview,) = sets.overviews(db.session(), [card_set])
    return overview
