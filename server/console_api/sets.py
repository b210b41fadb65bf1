"""Sets: making, naming, listing and releasing."""

from __future__ import annotations

from typing import Any

from flask_smorest import Blueprint

from server.console_api import places
from server.console_api.refusals import answer_refusals
from server.console_api.schemas import (
    CardSetIn,
    CardSetOut,
    CardSetPageOut,
    CardSetPatchIn,
    PageQuery,
    ReleaseIn,
    ReleaseOut,
    ReleasePageOut,
    SearchPageQuery,
)
from server.store import card_sets, releases
from server.store.card_sets import CardSet
from server.store.database import db
from server.store.people import Role
from server.store.releases import Release
from server.teaching import sets
from server.teaching.release import release
from server.teaching.sets import Overview, the_set
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
def rename(given: dict[str, str], card_set_id: int) -> Overview:
    """Gives the set another title."""
    card_set = the_set(db.session(), card_set_id)
    card_set.title = given["title"]
    return _overview(card_set)


@blueprint.get("/card-sets/<int:card_set_id>/releases")
@authors
@blueprint.arguments(PageQuery, location="query")
@blueprint.response(200, ReleasePageOut)
def releases_of(query: dict[str, str], card_set_id: int) -> dict[str, Any]:
    """Releases, newest first."""
    the_set(db.session(), card_set_id)
    before = places.number(query["cursor"])
    rows = releases.releases_of(db.session(), card_set_id, before=before, limit=PAGE + 1)
    return page(rows, lambda one: one.number)


@blueprint.post("/card-sets/<int:card_set_id>/releases")
@authors
@blueprint.arguments(ReleaseIn)
@blueprint.response(201, ReleaseOut)
@commits
def make_release(given: dict[str, str], card_set_id: int) -> Release:
    """Shows learners the set as it stands now."""
    return release(db.session(), me(), card_set_id, given["note"], things().clock.now())


def _overview(card_set: CardSet) -> Overview:
    (overview,) = sets.overviews(db.session(), [card_set])
    return overview
