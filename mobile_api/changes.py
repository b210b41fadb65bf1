"""Filling and refreshing the phone's own store."""

from __future__ import annotations

from typing import Any

from flask_smorest import Blueprint

from mobile_api.session_schemas import ChangesOut, ChangesQuery
from server.practice.changes import Place, changes_since
from server.store.database import db
from server.web.errors import wrong_field
from server.web.paging import seal, unseal
from server.web.sign_in import caller, open_to_all_people
from server.web.world import things

blueprint = Blueprint("changes", __name__, url_prefix="/api/v1", description="Offline store")


@blueprint.get("/changes")
@open_to_all_people
@blueprint.arguments(ChangesQuery, location="query")
@blueprint.response(200, ChangesOut)
def show(query: dict[str, str]) -> dict[str, Any]:
    """What differs since the cursor `since`; everything without one. Again while `more`."""
    found = changes_since(db.session(), caller(), _place(query["since"]), things().clock.now())
    return {
        "cards": [
            {"card_id": one.card_id, "card_set_id": set_id, "topic": one.topic, "faces": one.faces}
            for set_id, one in found.cards
        ],
        "memory": found.memory,
        "campaigns": [
            {
                "id": one.id,
                "title": one.title,
                "course_title": course_title,
                "starts_on": one.starts_on,
                "ends_on": one.ends_on,
                "card_set_ids": card_set_ids,
            }
            for one, course_title, card_set_ids in found.campaigns
        ],
        "tombstones": {"card_ids": found.gone},
        "next": seal(found.place.to_json()),
        "more": found.more,
    }


def _place(cursor: str) -> Place:
    value = unseal(cursor, dict, "since")
    if value is None:
        return Place()
    try:
        return Place.from_json(value)
    except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError):
        raise wrong_field("since", "field-bad-cursor") from None
