"""What a campaign would cost, before it is made."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from flask_smorest import Blueprint

from scheduler.simulate.cost import WEEK, Cost, Span
from server.console_api.cost_schemas import CostOut, CostQuery
from server.console_api.refusals import answer_refusals
from server.store.people import Role
from server.teaching.campaign_cost import Asked, cost_of, minutes
from server.web.sign_in import me, open_to

blueprint = Blueprint("campaign_cost", __name__, url_prefix="/api/v1", description="Campaigns")
answer_refusals(blueprint)


@blueprint.get("/campaigns/cost")
@open_to(Role.TRAINER, Role.ADMIN)
@blueprint.arguments(CostQuery, location="query")
@blueprint.response(200, CostOut)
def show(given: dict[str, Any]) -> dict[str, Any]:
    """What a campaign would ask of each learner and what would be known, with the uncertainty."""
    asked = Asked(**given)
    return _told(cost_of(me().organisation, asked), asked)


def _told(found: Cost, asked: Asked) -> dict[str, Any]:
    return {
        "until": asked.on or asked.starts_on + timedelta(days=asked.days - 1),
        "minutes_a_day": _in_minutes(found.answers_a_day),
        "minutes": _in_minutes(found.answers),
        "fullest_day": minutes(found.fullest_day),
        "recall": found.recall,
        "met": found.met,
        "weeks": [
            {
                "first_day": asked.starts_on + timedelta(days=number * WEEK),
                "minutes": _in_minutes(week.answers),
                "recall": week.recall,
            }
            for number, week in enumerate(found.weeks)
        ],
        "choices": [
            {
                "desired_recall": one.aim.desired_recall,
                "minutes_a_day": minutes(one.answers_a_day),
                "recall": one.recall,
            }
            for one in found.choices
        ],
    }


def _in_minutes(answers: Span) -> Span:
    return Span(minutes(answers.expected), minutes(answers.low), minutes(answers.high))
