"""Telling that one is away, and being back."""

from __future__ import annotations

from typing import Any

from flask_smorest import Blueprint

from mobile_api import days_off
from mobile_api.me import account
from mobile_api.schemas import CountriesOut, MeOut, PauseIn
from server.calendars import countries
from server.people import pauses
from server.people.pauses import NoSuchPause, TooMany
from server.reminding.plan_reminders import reconsider
from server.store.database import db
from server.store.pauses import PauseKind
from server.web.commit import commits
from server.web.errors import not_found, wrong_field
from server.web.sign_in import me, open_to_all_people
from server.web.world import things

blueprint = Blueprint("pauses", __name__, url_prefix="/api/v1", description="Days off")


@blueprint.post("/me/pauses")
@open_to_all_people
@blueprint.arguments(PauseIn)
@blueprint.response(201, MeOut)
@commits
def add(given: dict[str, Any]) -> dict[str, Any]:
    """Begins a pause, now or later; gives the account as it is then."""
    kind, days, now = PauseKind(given["kind"]), days_off.checked(given), things().clock.now()
    try:
        pauses.add(db.session(), me(), kind, days, today=days_off.today(), now=now)
    except TooMany:
        raise wrong_field("from", "pauses-too-many", most=pauses.MOST_AHEAD) from None
    return _anew()


@blueprint.delete("/me/pauses/<int:pause_id>")
@open_to_all_people
@blueprint.response(200, MeOut)
@commits
def end(pause_id: int) -> dict[str, Any]:
    """Takes back a pause that is to come, or ends the one that runs."""
    try:
        pauses.end(db.session(), me(), pause_id, today=days_off.today())
    except NoSuchPause:
        raise not_found() from None
    return _anew()


@blueprint.get("/countries")
@open_to_all_people
@blueprint.response(200, CountriesOut)
def known_countries() -> dict[str, Any]:
    """The countries whose public holidays are known."""
    return {"items": countries()}


def _anew() -> dict[str, Any]:
    reconsider(db.session(), me(), things().clock.now())
    db.session.flush()
    return account(me())
