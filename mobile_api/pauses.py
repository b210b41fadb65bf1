"""Telling that one is away, and being back."""

from __future__ import annotations

from datetime import date
from typing import Any

from flask_smorest import Blueprint

from mobile_api.me import account
from mobile_api.schemas import CountriesOut, MeOut, PauseIn
from scheduler.study_day import study_day
from server.calendars import countries
from server.people import pauses
from server.people.pauses import LONGEST, LOOK_BACK, NoSuchPause, TooMany
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
    kind, days, now = PauseKind(given["kind"]), _days(given), things().clock.now()
    try:
        pauses.add(db.session(), me(), kind, days, today=_today(), now=now)
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
        pauses.end(db.session(), me(), pause_id, today=_today())
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


def _today() -> date:
    return study_day(things().clock.now(), me().time_zone)


def _days(given: dict[str, Any]) -> tuple[date, date]:
    """First and last day, near enough to today to mean something."""
    earliest, latest = _today() - LOOK_BACK, _today() + 2 * LONGEST
    if given["from"] < earliest:
        raise wrong_field("from", "pauses-too-early", day=str(earliest))
    if given["until"] > latest:
        raise wrong_field("until", "pauses-too-late", day=str(latest))
    return given["from"], given["until"]
