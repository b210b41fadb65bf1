"""Figures for trainers, managers and admins. Never about one person."""

from __future__ import annotations

from typing import Any

from flask_smorest import Blueprint

from scheduler.calibration import BINS
from scheduler.lift import Lift
from scheduler.recall import Figure
from scheduler.time_taken import USUAL_SECONDS
from server.console_api.day import today
from server.console_api.insight_schemas import (
    CalibrationOut,
    CohortQuery,
    CohortsOut,
    FigureQuery,
    ForecastOut,
    ModelCheckOut,
    ParticipationOut,
    RecallOut,
    RecallQuery,
    ScoreQuery,
    ScoresOut,
)
from server.insight import calibration, forecast, participation, recall, scores
from server.insight.calibration import BinFigure
from server.insight.question import NoTeam, Question, question
from server.insight.recall import Group
from server.store import model_checks
from server.store.database import db
from server.store.model_checks import ModelCheck
from server.store.people import Role
from server.store.pre_tests import shown
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
    measures = ("n", "predicted", "observed", "log_loss", "constant_log_loss", "rmse")
    return {
        **{name: getattr(told.total, name, None) for name in measures},
        "moving_average_log_loss": told.moving_average_log_loss,
        "min_group_size": floor,
        "suppressed": told.total is None,
        "items": [_bin(number, one) for number, one in told.bins],
    }


@blueprint.get("/insight/model-check")
@open_to(Role.TRAINER, Role.ADMIN)
@blueprint.response(200, ModelCheckOut)
def show_model_check() -> ModelCheck | dict[str, Any]:
    """Whether the memory model still foretells what is remembered, over all of the organisation."""
    fields = ModelCheckOut().fields.items()
    unknown = dict.fromkeys(field.attribute or name for name, field in fields)
    return model_checks.latest(db.session()) or unknown


@blueprint.get("/insight/forecast")
@readers
@blueprint.arguments(FigureQuery, location="query")
@blueprint.response(200, ForecastOut)
def show_forecast(query: dict[str, Any]) -> dict[str, Any]:
    """How many cards are asked per day in the coming four weeks."""
    floor = me().organisation.min_group_size
    days = forecast.report(db.session(), _question(query), today(), me().organisation)
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


@blueprint.get("/insight/forecast/cohorts")
@readers
@blueprint.arguments(CohortQuery, location="query")
@blueprint.response(200, CohortsOut)
def show_cohorts(query: dict[str, Any]) -> dict[str, Any]:
    """How many cards each campaign or team is asked; a manager sees the own team."""
    firm = me().organisation
    found = forecast.cohorts(db.session(), _question(query), query["by"], today(), firm)
    return {
        "min_group_size": firm.min_group_size,
        "seconds_per_card": USUAL_SECONDS,
        "items": [
            {
                "key": one.key,
                "label": one.label
                if one.label is not None
                else text("figures-no-team", language()),
                "learners": one.learners,
                "weeks": one.weeks,
                "suppressed": one.weeks is None,
            }
            for one in found
        ],
    }


@blueprint.get("/insight/scores")
@readers
@blueprint.arguments(ScoreQuery, location="query")
@blueprint.response(200, ScoresOut)
def show_scores(query: dict[str, Any]) -> dict[str, Any]:
    """What a campaign's group knew before the course and knows now; a manager sees the own team."""
    asked = _question({**query, "from": None, "until": None})
    floor = me().organisation.min_group_size
    told = scores.report(db.session(), asked, today(), floor)
    return {
        "min_group_size": floor,
        "pre_test": shown(told.test) if told else None,
        "initial_score": _figure(told.initial if told else None),
        "current_score": _figure(told.current if told else None),
        "lift": _lift(told.lift if told else None),
    }


def _lift(one: Lift | None) -> dict[str, Any]:
    numbers = {name: getattr(one, name, None) for name in ("lift", "low", "high")}
    return {**numbers, "suppressed": one is None}


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


def _bin(number: int, one: BinFigure | None) -> dict[str, Any]:
    observed = one.observed if one else None
    return {
        "low": number / BINS,
        "high": (number + 1) / BINS,
        "n": observed and observed.n,
        "predicted": one and one.predicted,
        "observed": observed and observed.recall_rate,
        "observed_low": observed and observed.low,
        "observed_high": observed and observed.high,
        "suppressed": one is None,
    }


_NUMBERS = ("n", "learners", "recall_rate", "low", "high")


def _figure(figure: Figure | None) -> dict[str, Any]:
    numbers = {name: getattr(figure, name, None) for name in _NUMBERS}
    return {**numbers, "suppressed": figure is None}


def _label(group: Group, by: str) -> str:
    return group.label if group.label is not None else text(_WITHOUT[by], language())
