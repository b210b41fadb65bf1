"""The inbox: what learners and their answers say about cards, and the decisions on it."""

from __future__ import annotations

from typing import Any

from flask import Response
from flask_smorest import Blueprint

from content.card import to_json
from server.console_api import places
from server.console_api.inbox_schemas import (
    AcceptItemIn,
    DeclineItemIn,
    InboxCountsOut,
    InboxPageOut,
    InboxPlacesOut,
    InboxQuery,
    ItemOut,
)
from server.console_api.refusals import answer_refusals, answer_stale
from server.store import inbox as items
from server.store.card_sets import Card
from server.store.database import db
from server.store.inbox import Wanted
from server.store.sent_faces import sent_face
from server.teaching import decide, inbox
from server.teaching.decide import Answered
from server.teaching.inbox import Entry
from server.web.commit import commits
from server.web.errors import answer
from server.web.paging import PAGE, page
from server.web.sign_in import me, open_to_all_people
from server.web.world import things

# Every role may be a curator; the room keeps others, and the topics of others, out.
blueprint = Blueprint("inbox", __name__, url_prefix="/api/v1", description="Inbox")
answer_refusals(blueprint)
answer_stale(blueprint)


@blueprint.errorhandler(Answered)
def on_answered(error: Answered) -> Response:
    """Says who was first, and how the item stands now."""
    (entry,) = inbox.entries(db.session(), [(error.item, error.card)])
    current = ItemOut().dump(_shown(entry))
    db.session.rollback()
    return answer(409, "answered", extra={"item": current})


@blueprint.get("/inbox")
@open_to_all_people
@blueprint.arguments(InboxQuery, location="query")
@blueprint.response(200, InboxPageOut)
def listed(query: dict[str, Any]) -> dict[str, Any]:
    """Items, newest first, with the card as it stands and as it would become."""
    before = places.number(query.pop("cursor"))
    wanted = Wanted(**query)
    rows = inbox.listed(db.session(), me(), wanted, before=before, limit=PAGE + 1)
    found = page(rows, lambda entry: entry.item.id)
    return {**found, "items": [_shown(entry) for entry in found["items"]], "counts": _counts()}


@blueprint.get("/inbox/counts")
@open_to_all_people
@blueprint.response(200, InboxCountsOut)
def counts() -> dict[str, int]:
    """How many items wait for the person."""
    return _counts()


@blueprint.get("/inbox/places")
@open_to_all_people
@blueprint.response(200, InboxPlacesOut)
def choices() -> dict[str, Any]:
    """The sets and topics of all items that the person may decide."""
    names = ("card_set_id", "title", "topic")
    found = inbox.places(db.session(), me())
    return {"items": [dict(zip(names, one, strict=True)) for one in found]}


@blueprint.get("/inbox/<int:inbox_item_id>")
@open_to_all_people
@blueprint.response(200, ItemOut)
def show(inbox_item_id: int) -> dict[str, Any]:
    """One item."""
    return _item(inbox_item_id)


@blueprint.post("/inbox/<int:inbox_item_id>/accept")
@open_to_all_people
@blueprint.arguments(AcceptItemIn)
@blueprint.response(200, ItemOut)
@commits
def accept(given: dict[str, Any], inbox_item_id: int) -> dict[str, Any]:
    """Takes over what was proposed, or another text; the card changes with it."""
    decide.accept(db.session(), me(), inbox_item_id, **given, now=things().clock.now())
    return _item(inbox_item_id)


@blueprint.post("/inbox/<int:inbox_item_id>/decline")
@open_to_all_people
@blueprint.arguments(DeclineItemIn)
@blueprint.response(200, ItemOut)
@commits
def decline(given: dict[str, Any], inbox_item_id: int) -> dict[str, Any]:
    """Leaves the card as it is, with a reason that the proposer reads."""
    decide.decline(db.session(), me(), inbox_item_id, **given, now=things().clock.now())
    return _item(inbox_item_id)


@blueprint.post("/inbox/<int:inbox_item_id>/reopen")
@open_to_all_people
@blueprint.response(200, ItemOut)
@commits
def reopen(inbox_item_id: int) -> dict[str, Any]:
    """Takes the decision back, and with it what it did to the card."""
    decide.reopen(db.session(), me(), inbox_item_id, things().clock.now())
    return _item(inbox_item_id)


def _item(item_id: int) -> dict[str, Any]:
    (entry,) = inbox.entries(db.session(), [inbox.one(db.session(), me(), item_id)])
    return _shown(entry)


def _counts() -> dict[str, int]:
    waiting = items.open_counts(db.session(), inbox.reach_of(db.session(), me()))
    none = {"flag": 0, "suggestion": 0, "proposal": 0, "failing": 0}
    return {**none, **waiting, "open": sum(waiting.values())}


def _shown(entry: Entry) -> dict[str, Any]:
    item = entry.item
    return {
        "id": item.id,
        "kind": item.kind,
        "state": item.state,
        "raised_at": item.raised_at,
        "card_set": entry.card_set,
        "topic": entry.topic,
        "card": entry.card and _card(entry, entry.card),
        "proposed": entry.proposed and sent_face(to_json(entry.proposed)),
        "people": entry.tally.people,
        "reasons": entry.tally.reasons,
        "told": [
            {
                "id": one.id,
                "reason": one.reason,
                "note": one.note,
                "by": one.person.name if one.named else None,
                "created_at": one.created_at,
            }
            for one in entry.told
        ],
        "evidence": item.evidence,
        "decided_at": item.decided_at,
        "decided_by": item.decided_by and item.decided_by.name,
        "answer": item.reason,
    }


def _card(entry: Entry, card: Card) -> dict[str, Any]:
    return {
        "id": card.id,
        "face": sent_face(entry.face or {}, card.credits, entry.item.card_variant_id),
        "version": card.version,
        "deleted": entry.deleted,
    }
