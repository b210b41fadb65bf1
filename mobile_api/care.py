"""Saying that a card is wrong, or how it could be better."""

from __future__ import annotations

from typing import Any

from flask_smorest import Blueprint

from mobile_api.session_schemas import FlagIn, MadeOut, SuggestionIn
from server.practice import care
from server.store.care import CardFlag, Suggestion
from server.store.database import db
from server.web.commit import commits
from server.web.errors import not_found
from server.web.sign_in import caller, open_to_all_people
from server.web.world import things

blueprint = Blueprint("care", __name__, url_prefix="/api/v1", description="Care for cards")


@blueprint.post("/cards/<int:card_id>/flags")
@open_to_all_people
@blueprint.arguments(FlagIn)
@blueprint.response(201, MadeOut)
@commits
def flag(given: dict[str, str], card_id: int) -> CardFlag:
    """Reports a problem on a card."""
    made = care.flag(db.session(), caller(), card_id, **given, now=things().clock.now())
    if made is None:
        raise not_found()
    return made


@blueprint.post("/cards/<int:card_id>/suggestions")
@open_to_all_people
@blueprint.arguments(SuggestionIn)
@blueprint.response(201, MadeOut)
@commits
def suggest(given: dict[str, Any], card_id: int) -> Suggestion:
    """Proposes a better text."""
    note = given.pop("note")
    made = care.suggest(
        db.session(), caller(), card_id, proposal=given, note=note, now=things().clock.now()
    )
    if made is None:
        raise not_found()
    return made
