"""A person's own account and settings."""

from __future__ import annotations

from typing import Any

from flask_smorest import Blueprint

from mobile_api import days_off
from mobile_api.schemas import MeIn, MeOut, RhythmOut
from server.channels import WEBHOOKS
from server.people import settings
from server.practice.day import standing
from server.reminding.moment import told_moment, usual_minute
from server.reminding.plan_reminders import reconsider
from server.store import devices, pauses
from server.store.database import db
from server.store.people import Person
from server.web.commit import commits
from server.web.sign_in import me, open_to_all_people
from server.web.world import things

blueprint = Blueprint("me", __name__, url_prefix="/api/v1", description="Own account")


@blueprint.get("/me")
@open_to_all_people
@blueprint.response(200, MeOut)
def show() -> dict[str, Any]:
    """Who I am and when I want to learn."""
    return account(me())


@blueprint.get("/me/rhythm")
@open_to_all_people
@blueprint.response(200, RhythmOut)
def rhythm() -> dict[str, Any]:
    """When my reminders come and why then."""
    moment = told_moment(db.session(), me())
    usual = usual_minute(db.session(), me(), things().clock.now())
    return {
        "usual": usual,
        "moment": moment,
        "webhooks": [
            one for one in devices.of_person(db.session(), me().id) if one.channel in WEBHOOKS
        ],
    }


@blueprint.patch("/me")
@open_to_all_people
@blueprint.arguments(MeIn)
@blueprint.response(200, MeOut)
@commits
def change(changes: dict[str, Any]) -> dict[str, Any]:
    """Changes own settings; what is left out stays."""
    if "pause" in changes:
        days_off.replace(changes.pop("pause"))
    settings.change(me(), changes)
    reconsider(db.session(), me(), things().clock.now())
    db.session.flush()
    return account(me())


def account(person: Person) -> dict[str, Any]:
    """The account as the API shows it, with the number of cards a day that is in force."""
    at = standing(db.session(), person, things().clock.now())
    ahead = pauses.ahead(db.session(), person.id, at.today)
    return {
        **{name: getattr(person, name) for name in _PLAIN},
        "learning_window": {"from": person.window_from, "until": person.window_until},
        "quiet_hours": {"from": person.quiet_from, "until": person.quiet_until},
        "cards_per_day": at.budget(person),
        "mail_bounced": person.mail_bounced_at is not None,
        "pause": next(iter(ahead), None),
        "pauses": ahead,
    }


_PLAIN = (
    "id", "name", "email", "role", "language", "time_zone", "day_loads", "country", "channels",
    "minutes_per_day", "upkeep", "reminder_minute", "question_in_push", "snoozed_until",
    "organisation", "team",
)  # fmt: skip
