"""Other wordings of a card, translations among them."""

from __future__ import annotations

from typing import Any

from flask_smorest import Blueprint

from server.console_api import card_view
from server.console_api.edit_schemas import NewVariantIn, VariantIn
from server.console_api.refusals import answer_refusals, answer_stale
from server.console_api.schemas import CardOut
from server.store.database import db
from server.store.people import Role
from server.teaching import edit_variants
from server.web.commit import commits
from server.web.sign_in import me, open_to
from server.web.world import things

blueprint = Blueprint("card_variants", __name__, url_prefix="/api/v1", description="Variants")
answer_refusals(blueprint)
answer_stale(blueprint)
authors = open_to(Role.TRAINER, Role.ADMIN)


@blueprint.post("/card-sets/<int:card_set_id>/cards/<int:card_id>/variants")
@authors
@blueprint.arguments(NewVariantIn)
@blueprint.response(201, CardOut)
@commits
def add(given: dict[str, Any], card_set_id: int, card_id: int) -> dict[str, Any]:
    """Another wording of the card, which shares its memory."""
    card = edit_variants.add_variant(
        db.session(), me(), card_set_id, card_id, **given, now=things().clock.now()
    )
    return card_view.one(db.session(), card)


@blueprint.put("/card-sets/<int:card_set_id>/cards/<int:card_id>/variants/<int:variant_id>")
@authors
@blueprint.arguments(VariantIn)
@blueprint.response(200, CardOut)
@commits
def change(
    given: dict[str, Any], card_set_id: int, card_id: int, variant_id: int
) -> dict[str, Any]:
    """That wording changed; 409 with `current` when another author was first."""
    card = edit_variants.change_variant(
        db.session(), me(), card_set_id, card_id, variant_id, **given, now=things().clock.now()
    )
    return card_view.one(db.session(), card)


@blueprint.delete("/card-sets/<int:card_set_id>/cards/<int:card_id>/variants/<int:variant_id>")
@authors
@blueprint.response(200, CardOut)
@commits
def remove(card_set_id: int, card_id: int, variant_id: int) -> dict[str, Any]:
    """Takes the wording out; it leaves learners with the next release."""
    card = edit_variants.remove_variant(
        db.session(), me(), card_set_id, card_id, variant_id, now=things().clock.now()
    )
    return card_view.one(db.session(), card)


@blueprint.post(
    "/card-sets/<int:card_set_id>/cards/<int:card_id>/variants/<int:variant_id>/restore"
)
@authors
@blueprint.response(200, CardOut)
@commits
def put_back(card_set_id: int, card_id: int, variant_id: int) -> dict[str, Any]:
    """Undoes taking it out."""
    card = edit_variants.put_back_variant(
        db.session(), me(), card_set_id, card_id, variant_id, now=things().clock.now()
    )
    return card_view.one(db.session(), card)
