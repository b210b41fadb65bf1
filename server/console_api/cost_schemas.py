"""Shapes of what a campaign would cost."""

from __future__ import annotations

from marshmallow import Schema, fields, validate

from scheduler.capacity import MOST_CARDS_PER_DAY, MOST_DAYS
from scheduler.policy.aim import MAX_DESIRED_RECALL, MIN_DESIRED_RECALL
from scheduler.simulate.cost import MOST_CARDS
from server.console_api.schemas import day_field
from server.teaching.policies import KINDS, READINESS
from server.web.fields import Query


class CostQuery(Query):
    """A campaign that is thought of; `on` where it aims at a date.

    Boosters look at no target, and count from the course: `held_on`, or else the day of the start.
    """

    kind = fields.String(load_default=READINESS, validate=validate.OneOf(KINDS))
    desired_recall = fields.Float(
        load_default=0.9, validate=validate.Range(MIN_DESIRED_RECALL, MAX_DESIRED_RECALL)
    )
    on = day_field(load_default=None)
    held_on = day_field(load_default=None)
    cards = fields.Integer(required=True, validate=validate.Range(1, MOST_CARDS))
    starts_on = day_field(required=True)
    days = fields.Integer(required=True, validate=validate.Range(7, MOST_DAYS))
    cards_per_day = fields.Integer(required=True, validate=validate.Range(1, MOST_CARDS_PER_DAY))


class SpanOut(Schema):
    """What is expected, and the range that it may well have."""

    expected = fields.Float()
    low = fields.Float()
    high = fields.Float()


class CostWeekOut(Schema):
    """Seven days: minutes of one learner, and the share known at their end."""

    first_day = fields.Date()
    minutes = fields.Nested(SpanOut)
    recall = fields.Nested(SpanOut)


class CostChoiceOut(Schema):
    """Another target: minutes on a day of practice, and the share known on the last day."""

    desired_recall = fields.Float()
    minutes_a_day = fields.Float()
    recall = fields.Float()


class CostOut(Schema):
    """What each learner would spend, and know on `until`: the date, or the last day.

    Expected is a learner who practises on three days in four. The range reaches from every second
    day to every day, and to learners who forget otherwise than the model has it. `met`: cards met
    in the end. `fullest_day`: the expected minutes of the fullest day.
    """

    until = fields.Date()
    minutes_a_day = fields.Nested(SpanOut)
    minutes = fields.Nested(SpanOut)
    fullest_day = fields.Float()
    recall = fields.Nested(SpanOut)
    met = fields.Nested(SpanOut)
    weeks = fields.List(fields.Nested(CostWeekOut))
    choices = fields.List(fields.Nested(CostChoiceOut))
