"""A learner's own reminders: what was decided, and by which rule."""

from __future__ import annotations

from typing import Any

from flask_smorest import Blueprint

from server.reminding import history
from server.store.database import db
from server.web.reminder_log import LogOut, shown
from server.web.sign_in import me, open_to_all_people
from server.web.world import things

blueprint = Blueprint(
    "own reminders", __name__, url_prefix="/api/v1/me/reminders", description="Own reminders"
)


@blueprint.get("")
@open_to_all_people
@blueprint.response(200, LogOut)
def mine() -> dict[str, Any]:
    """The last month's reminders and why they came or did not, and what would happen now."""
    return shown(history.of_person(db.session(), me(), things()))
