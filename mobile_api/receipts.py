"""What a phone tells about a reminder from its service worker, where nobody is signed in."""

from __future__ import annotations

from typing import Any

from flask_smorest import Blueprint

from mobile_api.schemas import ReceiptIn
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

    Telling it again, or too late, changes nothing.
    """
    key = settings().secret_key
    told = receipts.apply(db.session(), things(), key, given["ack"], given["what"])
    if told is None:
        raise not_found()
    if told.delivered:
        metrics.count(metrics.DELIVERED)
    if told.opened:
        metrics.count(metrics.OPENED)
