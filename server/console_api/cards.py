"""The cards of a set in the making."""

from __future__ import annotations

from typing import Any

from flask_smorest import Blueprint

from server.console_api import card_view, places
from server.console_api.edit_schemas import CardsQuery, TopicsOut
from server.console_api.refusals import answer_refusals
from server.console_api.schemas import CardOut, CardPageOut
from server.store import card_lists
from server.store.database import db
from server.store.people import Role
from server.teaching import sets
from server.web.commit import commits
from server.web.paging import PAGE, page
from server.web.sign_in import me, open_to
from server.web.world import things

blueprint = Blueprint("cards", __name__, url_prefix="/api/v1", description="Cards of a set")
answer_refusals(blueprint)
authors = open_to(Role.TRAINER, Role.ADMIN)


@blueprint.get("/card-sets/<int:card_set_id>/cards")
@authors
@blueprint.arguments(CardsQuery, location="query")
@blueprint.response(200, CardPageOut)
def listed(query: dict[str, str], card_set_id: int) -> dict[str, Any]:
    """Cards in the order of the set, all or those of a topic or with the words `q`."""
    sets.the_set(db.session(), card_set_id)
    rows = card_lists.listed(
        db.session(),
        card_set_id,
        words=query["q"].strip(),
        topic=query["topic"],
        after=places.number(query["cursor"]),
        limit=PAGE + 1,
    )
    found = page(rows, lambda card: card.position)
    return {**found, "items": card_view.shown(db.session(), card_set_id, found["items"])}


@blueprint.get("/card-sets/<int:card_set_id>/topics")
@authors
@blueprint.response(200, TopicsOut)
def topics(card_set_id: int) -> dict[str, Any]:
    """The topics in use; a blank one stands for cards without."""
    sets.the_set(db.session(), card_set_id)
    found = card_lists.topics(db.session(), card_set_id)
    return {"items": [{"topic": topic, "cards": cards} for topic, cards in found]}


@blueprint.delete("/card-sets/<int:card_set_id>/cards/<int:card_id>")
@authors
@blueprint.response(204)
@commits
def take_out(card_set_id: int, card_id: int) -> None:
    """Takes a card out; it leaves learners with the next release."""
    sets.take_out(db.session(), me(), card_set_id, card_id, things().clock.now())


@blueprint.post("/card-sets/<int:card_set_id>/cards/<int:card_id>/restore")
@authors
@blueprint.response(200, CardOut)
@commits
def put_back(card_set_id: int, card_id: int) -> dict[str, Any]:
    """Undoes taking it out."""
    card = sets.put_back(db.session(), me(), card_set_id, card_id, things().clock.now())
    return card_view.one(db.session(), card)
