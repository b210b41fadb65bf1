"""Writing cards: one by one, many at once, and their order."""

from __future__ import annotations

from typing import Any

from flask_smorest import Blueprint

from server.console_api import card_view
from server.console_api.edit_schemas import BulkIn, BulkOut, CardIn, MoveIn, NewCardIn, PositionsOut
from server.console_api.refusals import answer_refusals, answer_stale
from server.console_api.schemas import CardOut
from server.store.card_sets import Card
from server.store.database import db
from server.store.people import Role
from server.teaching import arrange, edit_card
from server.teaching.bulk_edit import Bulk, bulk_edit
from server.web.commit import commits
from server.web.sign_in import me, open_to
from server.web.world import things

blueprint = Blueprint("card_edits", __name__, url_prefix="/api/v1", description="Writing cards")
answer_refusals(blueprint)
answer_stale(blueprint)
authors = open_to(Role.TRAINER, Role.ADMIN)


@blueprint.post("/card-sets/<int:card_set_id>/cards")
@authors
@blueprint.arguments(NewCardIn)
@blueprint.response(201, CardOut)
@commits
def make(given: dict[str, Any], card_set_id: int) -> dict[str, Any]:
    """A new card; learners get it with the next release."""
    now = things().clock.now()
    return _shown(edit_card.create(db.session(), me(), card_set_id, **given, now=now))


@blueprint.put("/card-sets/<int:card_set_id>/cards/<int:card_id>")
@authors
@blueprint.arguments(CardIn)
@blueprint.response(200, CardOut)
@commits
def change(given: dict[str, Any], card_set_id: int, card_id: int) -> dict[str, Any]:
    """The card as its author wrote it; 409 with `current` when another author was first."""
    now = things().clock.now()
    return _shown(edit_card.change(db.session(), me(), card_set_id, card_id, **given, now=now))


@blueprint.post("/card-sets/<int:card_set_id>/cards/move")
@authors
@blueprint.arguments(MoveIn)
@blueprint.response(200, PositionsOut)
@commits
def move(given: dict[str, Any], card_set_id: int) -> dict[str, Any]:
    """Puts cards elsewhere in the order."""
    now = things().clock.now()
    return {"positions": arrange.move(db.session(), me(), card_set_id, **given, now=now)}


@blueprint.post("/card-sets/<int:card_set_id>/cards/bulk")
@authors
@blueprint.arguments(BulkIn)
@blueprint.response(200, BulkOut)
@commits
def bulk(given: dict[str, Any], card_set_id: int) -> dict[str, Any]:
    """One change to many cards, or to none of them."""
    card_ids = given.pop("card_ids")
    asked = Bulk(**given)
    now = things().clock.now()
    changed = bulk_edit(db.session(), me(), card_set_id, card_ids, asked, now=now)
    return {"changed": len(changed), "versions": {card.id: card.version for card in changed}}


def _shown(card: Card) -> dict[str, Any]:
    return card_view.one(db.session(), card)
