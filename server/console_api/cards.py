"""The cards of a set in the making."""

from __future__ import annotations

from typing import Any

from flask_smorest import Blueprint

from server.console_api import places
from server.console_api.refusals import answer_refusals
from server.console_api.schemas import CardOut, CardPageOut, PageQuery
from server.store import card_sets, releases
from server.store.card_sets import Card
from server.store.database import db
from server.store.people import Role
from server.store.releases import ReleasedCard
from server.teaching import sets
from server.teaching.difference import change_of, faces_of
from server.web.commit import commits
from server.web.paging import PAGE, page
from server.web.sign_in import open_to
from server.web.world import things

blueprint = Blueprint("cards", __name__, url_prefix="/api/v1", description="Cards of a set")
answer_refusals(blueprint)
authors = open_to(Role.TRAINER, Role.ADMIN)


@blueprint.get("/card-sets/<int:card_set_id>/cards")
@authors
@blueprint.arguments(PageQuery, location="query")
@blueprint.response(200, CardPageOut)
def listed(query: dict[str, str], card_set_id: int) -> dict[str, Any]:
    """Cards in the order of the set."""
    sets.the_set(db.session(), card_set_id)
    after = places.number(query["cursor"])
    rows = card_sets.cards(db.session(), card_set_id, after=after, limit=PAGE + 1)
    found = page(rows, lambda card: card.position)
    return {**found, "items": _shown(card_set_id, found["items"])}


@blueprint.delete("/card-sets/<int:card_set_id>/cards/<int:card_id>")
@authors
@blueprint.response(204)
@commits
def take_out(card_set_id: int, card_id: int) -> None:
    """Takes a card out; it leaves learners with the next release."""
    sets.take_out(db.session(), card_set_id, card_id, things().clock.now())


@blueprint.post("/card-sets/<int:card_set_id>/cards/<int:card_id>/restore")
@authors
@blueprint.response(200, CardOut)
@commits
def put_back(card_set_id: int, card_id: int) -> dict[str, Any]:
    """Undoes taking it out."""
    card = sets.put_back(db.session(), card_set_id, card_id, things().clock.now())
    (shown,) = _shown(card_set_id, [card])
    return shown


def _shown(card_set_id: int, cards: list[Card]) -> list[dict[str, Any]]:
    live = releases.live(db.session(), [card_set_id]).get(card_set_id)
    ids = [card.id for card in cards]
    released = releases.some_cards_of(db.session(), live.id, ids) if live else {}
    return [_card(card, released.get(card.id)) for card in cards]


def _card(card: Card, released: ReleasedCard | None) -> dict[str, Any]:
    face, *variants = faces_of(card)
    return {
        "id": card.id,
        "key": card.key,
        "topic": card.topic,
        "tags": card.tags,
        "position": card.position,
        "face": face,
        "variants": variants,
        "changed": change_of(card, released),
    }
