"""Campaigns: making them, seeing how they stand, enrolling people."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from flask_smorest import Blueprint

from scheduler.capacity import Room
from scheduler.policy.price import Reach
from scheduler.study_day import study_day
from server.console_api import places
from server.console_api.campaign_schemas import (
    CampaignIn,
    CampaignOut,
    CampaignPageOut,
    EnrolIn,
    EnrolmentPageOut,
    EnrolOut,
    ReachOut,
    ReachQuery,
    RoomOut,
    RoomQuery,
)
from server.console_api.day import today
from server.console_api.refusals import answer_refusals
from server.console_api.schemas import PageQuery
from server.people import invitations
from server.store import campaigns
from server.store.campaigns import Campaign, Enrolment
from server.store.database import db
from server.store.people import Person, Role
from server.teaching import campaign as use
from server.teaching.campaign import Overview, Plan
from server.teaching.enrol import Enrolled, Newcomer, enrol
from server.teaching.policies import reached
from server.texts import text
from server.web.commit import commits
from server.web.language import language
from server.web.paging import PAGE, page
from server.web.sign_in import me, open_to
from server.web.world import settings, things

blueprint = Blueprint("campaigns", __name__, url_prefix="/api/v1", description="Campaigns")
answer_refusals(blueprint)
authors = open_to(Role.TRAINER, Role.ADMIN)


@blueprint.get("/campaigns")
@authors
@blueprint.arguments(PageQuery, location="query")
@blueprint.response(200, CampaignPageOut)
def listed(query: dict[str, str]) -> dict[str, Any]:
    """Campaigns, newest first."""
    before = places.number(query["cursor"])
    rows = campaigns.listed(db.session(), before=before, limit=PAGE + 1)
    found = page(rows, lambda one: one.id)
    return {**found, "items": _overviews(found["items"])}


@blueprint.post("/campaigns")
@authors
@blueprint.arguments(CampaignIn)
@blueprint.response(201, CampaignOut)
@commits
def make(given: dict[str, Any]) -> Overview:
    """A new campaign, with the course it belongs to."""
    course, policy = given.pop("course_event"), given.pop("policy")
    pre_test = given.pop("pre_test")
    plan = Plan(
        course_title=course["title"],
        held_on=course["held_on"],
        policy_kind=policy["kind"],
        desired_recall=policy["desired_recall"],
        on=policy["on"],
        pre_test_cards=None if pre_test is None else pre_test["cards"],
        **given,
    )
    (overview,) = _overviews([use.create(db.session(), me(), plan, things().clock.now())])
    return overview


@blueprint.get("/campaigns/room")
@authors
@blueprint.arguments(RoomQuery, location="query")
@blueprint.response(200, RoomOut)
def room(asked: dict[str, Any]) -> Room:
    """How many of so many cards a campaign has room for, before it is made."""
    return use.room_for(me().organisation, **asked)


@blueprint.get("/campaigns/reach")
@authors
@blueprint.arguments(ReachQuery, location="query")
@blueprint.response(200, ReachOut)
def reach(asked: dict[str, Any]) -> Reach:
    """What being ready on a date asks and gives, before the campaign is made."""
    return reached(**asked)


@blueprint.get("/campaigns/<int:campaign_id>")
@authors
@blueprint.response(200, CampaignOut)
def show(campaign_id: int) -> Overview:
    """One campaign."""
    (overview,) = _overviews([use.the_campaign(db.session(), campaign_id)])
    return overview


@blueprint.post("/campaigns/<int:campaign_id>/enrolments")
@authors
@blueprint.arguments(EnrolIn)
@blueprint.response(200, EnrolOut)
@commits
def enrol_people(given: dict[str, Any], campaign_id: int) -> dict[str, Any]:
    """Enrols people by their addresses; who is unknown is invited."""
    lines = [Newcomer(**person) for person in given["people"]]
    done = enrol(db.session(), campaign_id, lines, things().clock.now(), _invite)
    return _enrolled(done)


@blueprint.get("/campaigns/<int:campaign_id>/enrolments")
@authors
@blueprint.arguments(PageQuery, location="query")
@blueprint.response(200, EnrolmentPageOut)
def enrolments(query: dict[str, str], campaign_id: int) -> dict[str, Any]:
    """Who takes part."""
    the_campaign = use.the_campaign(db.session(), campaign_id)
    after = places.number(query["cursor"])
    rows = campaigns.enrolments(db.session(), the_campaign.id, after=after, limit=PAGE + 1)
    found = page(rows, lambda one: one.id)
    return {**found, "items": [_enrolment(one) for one in found["items"]]}


def _overviews(listed: Sequence[Campaign]) -> list[Overview]:
    return use.overviews(db.session(), listed, today(), me().organisation)


def _invite(invited: Sequence[Person]) -> Mapping[int, str]:
    return invitations.invite(db.session(), invited, things(), settings().base_url)


def _enrolled(done: Enrolled) -> dict[str, Any]:
    links = {} if things().mailer.configured else done.links
    return {
        "enrolled": done.enrolled,
        "invited": done.invited,
        "already": done.already,
        "problems": [
            {"where": text("place-line", language(), line=line), "message": text(key, language())}
            for line, key in done.problems
        ],
        "invitations": [{"email": email, "link": link} for email, link in links.items()],
    }


def _enrolment(one: Enrolment) -> dict[str, Any]:
    return {
        "person_id": one.person_id,
        "person": one.person,
        "status": one.person.status,
        "enrolled_on": study_day(one.enrolled_at, me().organisation.time_zone),
    }
