"""Why somebody did or did not get a reminder, for admins."""

from __future__ import annotations

from typing import Any

from flask_smorest import Blueprint

from server.reminding import history
from server.store import people
from server.store.database import db
from server.store.people import Role
from server.web.errors import not_found
from server.web.reminder_log import LogOut, shown
from server.web.sign_in import open_to
from server.web.world import things

blueprint = Blueprint("reminders", __name__, url_prefix="/api/v1", description="Reminders")


@blueprint.get("/people/<int:person_id>/reminders")
@open_to(Role.ADMIN)
@blueprint.response(200, LogOut)
def of_person(person_id: int) -> dict[str, Any]:
    """The last month's reminders of a person, the rule behind each, and what would happen now."""
    person = people.by_id(db.session(), person_id)
    if person is None:
        raise not_found()
    return shown(history.of_person(db.session(), person, things()))
