"""What a phone tells about a reminder from its service worker, where nobody is signed in."""

from __future__ import annotations

from typing import Any

from flask_smorest import Blueprint

from mobile_api.device_schemas import ReceiptIn
from server.practice.answers import Answer
from server.practice.record_reviews import record_reviews
from server.reminding import receipts
from server.store.database import db
from server.web import metrics
from server.web.commit import commits
from server.web.errors import not_found
from server.web.limits import few_wrong
from server.web.sign_in import open_to_everyone
from server.web.world import settings, things

blueprint = Blueprint("receipts", __name__, url_prefix="/api/v1", description="Push")


@blueprint.post("/receipts")
@open_to_everyone
@few_wrong
@blueprint.arguments(ReceiptIn)
@blueprint.response(204)
@commits
def post(given: dict[str, Any]) -> None:
    """Tells that a reminder came, was opened, or comes at a bad time; `ack` is its own token.

    Telling it again, or too late, changes nothing. An answer counts as one of `/reviews` would,
    once for its id, and only for a learner who wants the question on the notification.
    """
    key = settings().secret_key
    told = receipts.apply(db.session(), things(), key, given["ack"], given["what"])
    if told is None:
        raise not_found()
    if told.answering is not None and "review" in given:
        answer = Answer(**given["review"])
        record_reviews(db.session(), told.answering, [answer], things().clock.now())
    if told.delivered:
        metrics.count(metrics.DELIVERED)
    if told.opened:
        metrics.count(metrics.OPENED)
