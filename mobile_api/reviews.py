"""Answers coming in from the phone, once each however often they are sent."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from flask import Response, jsonify
from flask_smorest import Blueprint
from marshmallow import ValidationError

from mobile_api.session_schemas import ResultsOut, ReviewIn, ReviewsIn, TakenBackOut
from server.practice.answers import Answer
from server.practice.record_reviews import Result, record_reviews
from server.practice.take_back import take_back
from server.store.database import db
from server.texts import text
from server.web.commit import commits
from server.web.errors import not_found
from server.web.field_texts import sentence
from server.web.language import language
from server.web.sign_in import caller, open_to_all_people
from server.web.world import things

blueprint = Blueprint("reviews", __name__, url_prefix="/api/v1", description="Answers")

_one = ReviewIn()


@blueprint.post("/reviews")
@open_to_all_people
@blueprint.arguments(ReviewsIn)
@blueprint.response(200, ResultsOut)
@commits
def record(given: dict[str, list[Any]]) -> Response:
    """Records answers in any order; one bad item never sinks the others."""
    read = [_read(item) for item in given["reviews"]]
    answers = [one for one in read if isinstance(one, Answer)]
    results = iter(record_reviews(db.session(), caller(), answers, things().clock.now()))
    return jsonify(
        results=[_shown(next(results)) if isinstance(one, Answer) else one for one in read]
    )


@blueprint.post("/reviews/<uuid:review_id>/take-back")
@open_to_all_people
@blueprint.response(200, TakenBackOut)
@commits
def undo(review_id: UUID) -> dict[str, Any]:
    """Takes an answer back; the card's memory is as if it was never given."""
    taken = take_back(db.session(), caller(), review_id, things().clock.now())
    if taken is None:
        raise not_found()
    card_id, memory = taken
    return {"card_id": card_id, "memory": memory}


def _read(item: object) -> Answer | dict[str, Any]:
    """The answer in an item, or the result that rejects it."""
    try:
        return Answer(**_one.load(item))  # type: ignore[arg-type]  # marshmallow refuses what is no mapping
    except ValidationError as error:
        id_ = item.get("id") if isinstance(item, dict) else None
        return {
            "id": id_ if isinstance(id_, str) else None,
            "status": "rejected",
            "reason": _reason(error),
            "rating": None,
            "memory": None,
        }


def _reason(error: ValidationError) -> str:
    return "; ".join(
        f"{name}: {sentence(str(one), language())}".removeprefix("_schema: ")
        for name, found in error.messages_dict.items()
        for one in found
    )


def _shown(result: Result) -> dict[str, Any]:
    shown: dict[str, Any] = {"id": str(result.id), "status": result.status}
    if result.reason:
        shown["reason"] = text(result.reason, language())
    worth, memory = result.worth, result.memory
    shown["rating"] = int(worth.rating) if worth else None
    if worth and worth.correct is not None:
        shown |= {"correct": worth.correct, "score": worth.score}
    shown["memory"] = memory and {
        "stability": round(memory["stability"], 4),
        "difficulty": round(memory["difficulty"], 4),
        "due_on": memory["due_on"].isoformat(),
    }
    return shown
