"""A learner's own dates: before which day a topic is to be fresh again."""

from __future__ import annotations

from datetime import date
from typing import Any

from flask_smorest import Blueprint
from marshmallow import Schema, fields

from scheduler.study_day import study_day
from server.practice import refresh_dates
from server.practice.refresh_dates import Dates, NoSuchDate, OutOfReach, UnknownTopic
from server.reminding.plan_reminders import reconsider
from server.store.database import db
from server.web.commit import commits
from server.web.errors import not_found, wrong_field
from server.web.fields import In, text_field
from server.web.sign_in import me, open_to_all_people
from server.web.world import things

blueprint = Blueprint(
    "refresh dates", __name__, url_prefix="/api/v1/me/refresh-dates", description="Own dates"
)


class RefreshDateIn(In):
    """The day before which a topic is to be fresh."""

    topic = text_field(200, required=True)
    before = fields.Date(required=True)


class RefreshDateOut(Schema):
    """A date that is still to come."""

    id = fields.Integer()
    topic = fields.String()
    before = fields.Date()


class RefreshDatesOut(Schema):
    """The learner's dates, the nearest first, and the topics of the campaigns that run."""

    items = fields.List(fields.Nested(RefreshDateOut), attribute="ahead")
    topics = fields.List(fields.String())


@blueprint.get("")
@open_to_all_people
@blueprint.response(200, RefreshDatesOut)
def listed() -> Dates:
    """What the learner chose, and what may be chosen."""
    return _dates()


@blueprint.put("")
@open_to_all_people
@blueprint.arguments(RefreshDateIn)
@blueprint.response(200, RefreshDatesOut)
@commits
def choose(given: dict[str, Any]) -> Dates:
    """Keeps a date, in place of an earlier one of that topic."""
    try:
        refresh_dates.choose(
            db.session(), me(), given["topic"], given["before"],
            today=_today(), now=things().clock.now(),
        )  # fmt: skip
    except UnknownTopic:
        raise wrong_field("topic", "refresh-date-unknown-topic") from None
    except OutOfReach as told:
        days = {"first": str(told.first), "last": str(told.last)}
        raise wrong_field("before", "refresh-date-out-of-reach", **days) from None
    return _anew()


@blueprint.delete("/<int:date_id>")
@open_to_all_people
@blueprint.response(200, RefreshDatesOut)
@commits
def remove(date_id: int) -> Dates:
    """Does without the date."""
    try:
        refresh_dates.remove(db.session(), me(), date_id)
    except NoSuchDate:
        raise not_found() from None
    return _anew()


def _anew() -> Dates:
    reconsider(db.session(), me(), things().clock.now())
    return _dates()


def _dates() -> Dates:
    return refresh_dates.dates(db.session(), me(), _today())


def _today() -> date:
    return study_day(things().clock.now(), me().time_zone)
