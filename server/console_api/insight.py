"""Figures for trainers, managers and admins. Never about one person."""

from __future__ import annotations

from typing import Any

from flask_smorest import Blueprint

from scheduler.calibration import BINS
from scheduler.recall import Figure
from server.console_api.day import today
from server.console_api.insight_schemas import (
    CalibrationOut,
    FigureQuery,
    ForecastOut,
    ParticipationOut,
    RecallOut,
    RecallQuery,
)
from server.insight import calibration, forecast, participation, recall
from server.insight.question import NoTeam, Question, question
from server.insight.recall import Group
from server.store.database import db
from server.store.people import Role
from server.texts import text
from server.web.errors import Problem, not_found
from server.web.language import language
from server.web.sign_in import me, open_to

blueprint = Blueprint("insight", __name__, url_prefix="/api/v1", description="Figures")
readers = open_to(Role.TRAINER, Role.MANAGER, Role.ADMIN)

_WITHOUT = {"team": "figures-no-team", "topic": "figures-no-topic"}


@blueprint.get("/insight/recall")
@readers
@blueprint.arguments(RecallQuery, location="query")
@blueprint.response(200, RecallOut)
def show_recall(query: dict[str, Any]) -> dict[str, Any]:
    """How much is remembered, with n, interval and target; a manager sees the own team."""
    asked, floor = _question(query), me().organisation.min_group_size
    told = recall.report(db.session(), asked, query["by"], floor)
    total = _figure(told.total)
    return {
        "from": asked.scope.first,
        "until": asked.scope.last,
        "desired_recall": asked.desired_recall,
        "min_group_size": floor,
        "finding": {**total, "rate": total["recall_rate"]},
        "items": [
            {"key": group.key, "label": _label(group, query["by"]), **_figure(group.figure)}
            for group in told.groups
        ],
    }


@blueprint.get("/insight/participation")
@readers
@blueprint.arguments(FigureQuery, location="query")
@blueprint.response(200, ParticipationOut)
def show_participation(query: dict[str, Any]) -> dict[str, Any]:
    """How many practise and how much, per week; a manager sees the own team."""
    floor = me().organisation.min_group_size
    told = participation.report(db.session(), _question(query), today(), floor)
    return {
        "enrolled": told.enrolled,
        "active_rate": told.active_rate,
        "answers": told.answers,
        "min_group_size": floor,
        "items": [
            {
                "key": week.monday.isoformat(),
                "learners_active": week.learners_active,
                "answers": week.answers,
                "suppressed": week.learners_active is None,
            }
            for week in told.weeks
        ],
    }


@blueprint.get("/insight/calibration")
@readers
@blueprint.arguments(FigureQuery, location="query")
@blueprint.response(200, CalibrationOut)
def show_calibration(query: dict[str, Any]) -> dict[str, Any]:
    """Whether the memory model foretells recall, by bins with counts."""
    floor = me().organisation.min_group_size
    told = calibration.report(db.session(), _question(query), floor)
    measures = ("n", "log_loss", "constant_log_loss", "rmse")
    return {
        **{name: getattr(told.total, name, None) for name in measures},
        "min_group_size": floor,
        "suppressed": told.total is None,
        "items": [
            {
                "low": number / BINS,
                "high": (number + 1) / BINS,
                **{name: getattr(one, name, None) for name in ("n", "predicted", "observed")},
                "suppressed": one is None,
            }
            for number, one in told.bins
        ],
    }


@blueprint.get("/insight/forecast")
@readers
@blueprint.arguments(FigureQuery, location="query")
@blueprint.response(200, ForecastOut)
def show_forecast(query: dict[str, Any]) -> dict[str, Any]:
    """How many cards fall due per day in the coming four weeks."""
    floor = me().organisation.min_group_size
    days = forecast.report(db.session(), _question(query), today(), floor)
    return {
        "min_group_size": floor,
        "items": [
            {
                "day": one.day,
                "cards": one.cards,
                "learners": one.learners,
                "suppressed": one.cards is None,
            }
            for one in days
        ],
    }


def _question(query: dict[str, Any]) -> Question:
    try:
        asked = question(
            db.session(),
            me(),
            today(),
            campaign_id=query["campaign_id"],
            first=query["from"],
            last=query["until"],
            card_set_id=query.get("card_set_id"),
        )
    except NoTeam:
        raise Problem(403, "not-allowed") from None
    if asked is None:
        raise not_found()
    return asked


_NUMBERS = ("n", "learners", "recall_rate", "low", "high")


def _figure(figure: Figure | None) -> dict[str, Any]:
    numbers = {name: getattr(figure, name, None) for name in _NUMBERS}
    return {**numbers, "suppressed": figure is None}


def _label(group: Group, by: str) -> str:
    return group.label if group.label is not None else text(_WITHOUT[by], language())
