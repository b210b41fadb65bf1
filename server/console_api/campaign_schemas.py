"""Shapes of campaigns and who takes part."""

from __future__ import annotations

from marshmallow import Schema, fields, validate

from scheduler import baseline
from scheduler.capacity import MOST_CARDS_PER_DAY, MOST_DAYS
from scheduler.policy.aim import MAX_DESIRED_RECALL, MIN_DESIRED_RECALL
from server.console_api.insight_schemas import PreTestOut
from server.console_api.schemas import day_field, name_field
from server.store.campaigns import RECALL_ON_THE_WAY
from server.teaching.policies import KINDS, READINESS
from server.web.fields import In, Query, id_field, language_field, text_field, time_zone_field

MOST_PEOPLE = 1000
MOST_TO_MEET = 100_000


class CourseEventIn(In):
    """The course that the campaign makes stick."""

    title = name_field(required=True)
    held_on = day_field(required=True)


class PolicyIn(In):
    """When cards come back: `readiness` holds a recall, `deadline` reaches it on the day `on`.

    `booster` repeats 2 days, 2 weeks and 2 months after the course, and looks at no recall.
    """

    kind = fields.String(load_default=READINESS, validate=validate.OneOf(KINDS))
    desired_recall = fields.Float(
        load_default=0.9, validate=validate.Range(MIN_DESIRED_RECALL, MAX_DESIRED_RECALL)
    )
    on = day_field(load_default=None, allow_none=True)


class PreTestIn(In):
    """So many cards before the course, to see what is known already."""

    cards = fields.Integer(
        strict=True,
        load_default=baseline.DEFAULT_CARDS,
        validate=validate.Range(1, baseline.MOST_CARDS),
    )


class CampaignIn(In):
    """A new campaign."""

    title = name_field(required=True)
    course_event = fields.Nested(CourseEventIn, required=True)
    card_set_ids = fields.List(id_field(), required=True, validate=validate.Length(1, 50))
    objectives = fields.List(name_field(300), load_default=list, validate=validate.Length(max=20))
    policy = fields.Nested(PolicyIn, load_default=lambda: PolicyIn().load({}))
    cards_per_day = fields.Integer(strict=True, load_default=10, validate=validate.Range(1, 60))
    starts_on = day_field(required=True)
    days = fields.Integer(strict=True, load_default=90, validate=validate.Range(7, 730))
    pre_test = fields.Nested(PreTestIn, load_default=None, allow_none=True)


class CourseEventOut(Schema):
    """The course."""

    title = fields.String()
    held_on = fields.Date()


class CampaignSetOut(Schema):
    """A set that is practised."""

    id = fields.Integer(attribute="card_set.id")
    title = fields.String(attribute="card_set.title")


class PolicyOut(Schema):
    """When cards come back. `desired_recall` is null for boosters, `on` for all but a date.

    `expected_recall` is what a card met on the first day is known like on the date: below
    `desired_recall` where that cannot be reached in the days there are.
    """

    kind = fields.String(validate=validate.OneOf(KINDS))
    desired_recall = fields.Float(dump_default=None, allow_none=True)
    on = fields.String(dump_default=None, allow_none=True, metadata={"format": "date"})
    expected_recall = fields.Float(dump_default=None, allow_none=True)


class ReachQuery(Query):
    """A date that is thought of."""

    starts_on = day_field(required=True)
    on = day_field(required=True)
    desired_recall = fields.Float(
        required=True, validate=validate.Range(MIN_DESIRED_RECALL, MAX_DESIRED_RECALL)
    )


class ReachOut(Schema):
    """What a card met on the first day is known like on the date, and the reviews on the way."""

    recall = fields.Float()
    reviews = fields.Float()


class RoomQuery(Query):
    """A campaign that is thought of; `desired_recall` only where it holds a level."""

    cards = fields.Integer(required=True, validate=validate.Range(0, MOST_TO_MEET))
    starts_on = day_field(required=True)
    days = fields.Integer(required=True, validate=validate.Range(7, MOST_DAYS))
    cards_per_day = fields.Integer(required=True, validate=validate.Range(1, MOST_CARDS_PER_DAY))
    desired_recall = fields.Float(
        load_default=RECALL_ON_THE_WAY,
        validate=validate.Range(MIN_DESIRED_RECALL, MAX_DESIRED_RECALL),
    )


class RoomOut(Schema):
    """How many of its `cards` a learner meets in a campaign of so many study days.

    `cards_per_day` and `days` are what would do, one or the other; null where nothing would, and
    where all are met anyway.
    """

    cards = fields.Integer()
    met = fields.Integer()
    study_days = fields.Integer()
    cards_per_day = fields.Integer(allow_none=True)
    days = fields.Integer(allow_none=True)


class CampaignOut(Schema):
    """A campaign as it stands; `active_this_week` is null for a group too small to show."""

    id = fields.Integer(attribute="campaign.id")
    title = fields.String(attribute="campaign.title")
    course_event = fields.Nested(CourseEventOut, attribute="campaign.course_event")
    card_sets = fields.List(fields.Nested(CampaignSetOut), attribute="campaign.card_sets")
    objectives = fields.List(fields.String(), attribute="campaign.objectives")
    policy = fields.Nested(PolicyOut, attribute="campaign.policy")
    cards_per_day = fields.Integer(attribute="campaign.cards_per_day")
    starts_on = fields.Date(attribute="campaign.starts_on")
    days = fields.Integer(attribute="campaign.days")
    ends_on = fields.Date(attribute="campaign.ends_on")
    enrolled = fields.Integer()
    phase = fields.String(validate=validate.OneOf(["pre", "learn", "post", "ended"]))
    active_this_week = fields.Integer(allow_none=True)
    new_cards_fit = fields.Boolean()
    pre_test = fields.Nested(PreTestOut, allow_none=True)
    room = fields.Nested(RoomOut)


class CampaignPageOut(Schema):
    """A page of campaigns, newest first."""

    items = fields.List(fields.Nested(CampaignOut))
    next = fields.String(allow_none=True)


class NewcomerIn(In):
    """A person to enrol. An address at fault is reported by line, so any text comes in here."""

    email = text_field(500, shortest=0, required=True)
    name = text_field(200, shortest=0, load_default=None, allow_none=True)
    language = language_field(load_default=None, allow_none=True)
    time_zone = time_zone_field(load_default=None, allow_none=True)


class EnrolIn(In):
    """People to enrol."""

    people = fields.List(
        fields.Nested(NewcomerIn), required=True, validate=validate.Length(1, MOST_PEOPLE)
    )


class LineProblemOut(Schema):
    """What is wrong with a line."""

    where = fields.String()
    message = fields.String()


class InvitationOut(Schema):
    """A link to hand over, where no mail can be sent."""

    email = fields.String()
    link = fields.String()


class EnrolOut(Schema):
    """What became of the lines."""

    enrolled = fields.Integer()
    invited = fields.Integer()
    already = fields.Integer()
    problems = fields.List(fields.Nested(LineProblemOut))
    invitations = fields.List(fields.Nested(InvitationOut))


class EnrolmentOut(Schema):
    """Who takes part. Nothing about how it goes: answers are the learner's own."""

    person_id = fields.Integer()
    name = fields.String(attribute="person.name")
    email = fields.String(attribute="person.email")
    status = fields.String(validate=validate.OneOf(["invited", "active", "inactive"]))
    enrolled_on = fields.Date()


class EnrolmentPageOut(Schema):
    """A page of enrolments, oldest first."""

    items = fields.List(fields.Nested(EnrolmentOut))
    next = fields.String(allow_none=True)
