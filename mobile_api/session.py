"""Today's practice, and the coming week for when there is no network.

These two answer every learner every day: they are written out as plain dicts, because dumping
them through schemas would cost more than planning them. The schemas stand in the documentation,
and a test holds the answers against them.
"""

from __future__ import annotations

from typing import Any

from flask import Response, jsonify
from flask_smorest import Blueprint

from mobile_api.sent_sessions import sent, sent_before
from mobile_api.session_schemas import AheadOut, SessionOut
from scheduler.days_off import DayLoad
from scheduler.study_day import bounds
from server.practice import plan_session as planning
from server.practice.day import standing
from server.practice.plan_session import SessionCard, StudySession
from server.practice.why import Why
from server.store.database import db
from server.web.fields import moment
from server.web.sign_in import caller, open_to_all_people
from server.web.world import things

blueprint = Blueprint("session", __name__, url_prefix="/api/v1", description="Practice")


@blueprint.get("/session")
@open_to_all_people
@blueprint.response(200, SessionOut)
def today() -> Response:
    """What is for today: at most the day's budget, never the backlog."""
    at = standing(db.session(), caller(), things().clock.now())
    return sent_before(at) or sent(at, _shown(planning.plan_from(db.session(), caller(), at)))


@blueprint.get("/session/more")
@open_to_all_people
@blueprint.response(200, SessionOut)
def more() -> Response:
    """A few more, on own wish."""
    return _shown(planning.plan_session(db.session(), caller(), things().clock.now(), more=True))


@blueprint.get("/session/ahead")
@open_to_all_people
@blueprint.response(200, AheadOut)
def ahead() -> Response:
    """Today and the next seven study days, each as it will be when those before are done."""
    days = planning.plan_ahead(db.session(), caller(), things().clock.now())
    return jsonify(
        days=[
            {
                "study_day": one.study_day.isoformat(),
                "cards": [_card(card) for card in one.cards],
                "budget": one.budget,
            }
            for one in days
        ]
    )


def _shown(session: StudySession) -> Response:
    person = caller()
    _, turns_at = bounds(session.study_day, person.time_zone)
    return jsonify(
        study_day=session.study_day.isoformat(),
        turns_at=moment(turns_at),
        done_today=session.done_today,
        answered_today=session.answered_today,
        budget=session.budget,
        minutes=session.minutes,
        seconds_per_card=round(session.seconds, 1),
        cards=[_card(card) for card in session.cards],
        next_date=session.next_date and session.next_date.isoformat(),
        week=[
            {
                "day": day.isoformat(),
                "done": day in session.practised,
                "working_day": session.calendar.load(day) is not DayLoad.NONE,
            }
            for day in session.week
        ],
        paused_until=session.paused_until and session.paused_until.isoformat(),
        holiday=session.holiday,
        trainer_line=None,
    )


def _card(card: SessionCard) -> dict[str, Any]:
    return {
        **card.face,
        "card_id": card.card_id,
        "card_set_id": card.card_set_id,
        "topic": card.topic,
        "is_new": card.is_new,
        "recall": None if card.recall is None else round(card.recall, 4),
        "stability_days": None if card.stability_days is None else round(card.stability_days, 2),
        "next": card.next._asdict(),
        "why": _why(card.why),
        "faces": card.faces,
    }


def _why(why: Why) -> dict[str, Any]:
    return {
        **why._asdict(),
        "last_on": why.last_on and why.last_on.isoformat(),
        "due_on": why.due_on and why.due_on.isoformat(),
        "goals": [{**goal._asdict(), "on": goal.on and goal.on.isoformat()} for goal in why.goals],
    }
