"""Shapes of figures. A suppressed one has no numbers: its group is too small to show."""

from __future__ import annotations

from marshmallow import Schema, fields, validate

from scheduler.drift import Verdict
from server.console_api.schemas import day_field
from server.insight.forecast import COHORTS
from server.store.figures import KEYS
from server.web.fields import MOST, Query


class FigureQuery(Query):
    """Which campaign (all without it) and which days; taken as whole weeks."""

    campaign_id = fields.Integer(load_default=None, validate=validate.Range(1, MOST))
    from_ = day_field(load_default=None, data_key="from", attribute="from")
    until = day_field(load_default=None)


class RecallQuery(FigureQuery):
    """And by what to split it, of one set or of all."""

    card_set_id = fields.Integer(load_default=None, validate=validate.Range(1, MOST))
    by = fields.String(load_default="week", validate=validate.OneOf(list(KEYS)))


class ScoreQuery(Query):
    """Which campaign."""

    campaign_id = fields.Integer(required=True, validate=validate.Range(1, MOST))


class FigureOut(Schema):
    """What stands beside every share: n, of how many learners, and its 95 % interval, 0 to 1."""

    low = fields.Float(allow_none=True)
    high = fields.Float(allow_none=True)
    n = fields.Integer(allow_none=True)
    learners = fields.Integer(allow_none=True)
    suppressed = fields.Boolean()


class ScoreOut(FigureOut):
    """The share right to the cards of a pre-test."""

    recall_rate = fields.Float(allow_none=True)


class LiftOut(Schema):
    """How much more is right now than at first, -1 to 1, with its 95 % interval."""

    lift = fields.Float(allow_none=True)
    low = fields.Float(allow_none=True)
    high = fields.Float(allow_none=True)
    suppressed = fields.Boolean()


class PreTestOut(Schema):
    """How many cards are asked before the course, and on which days."""

    cards = fields.Integer()
    opens_on = fields.Date()
    closes_on = fields.Date()


class ScoresOut(Schema):
    """Score before the course, score now and the lift; `pre_test` is null without one."""

    min_group_size = fields.Integer()
    pre_test = fields.Nested(PreTestOut, allow_none=True)
    initial_score = fields.Nested(ScoreOut)
    current_score = fields.Nested(ScoreOut)
    lift = fields.Nested(LiftOut)


class FindingOut(FigureOut):
    """The figure over everything."""

    rate = fields.Float(allow_none=True)


class RecallItemOut(FigureOut):
    """The figure of one group; the key of a week is its Monday."""

    key = fields.String()
    label = fields.String()
    recall_rate = fields.Float(allow_none=True)


class RecallOut(Schema):
    """How much is remembered, over the weeks `from` to `until`."""

    from_ = fields.Date(data_key="from", attribute="from")
    until = fields.Date()
    desired_recall = fields.Float()
    min_group_size = fields.Integer()
    finding = fields.Nested(FindingOut)
    items = fields.List(fields.Nested(RecallItemOut))


class ActiveWeekOut(Schema):
    """How many people practised in a week, and how many answers they gave."""

    key = fields.String()
    learners_active = fields.Integer(allow_none=True)
    answers = fields.Integer(allow_none=True)
    suppressed = fields.Boolean()


class ParticipationOut(Schema):
    """How many of the enrolled practise; `active_rate` is over the last seven days.

    `answers` are those of all weeks that were not taken back.
    """

    enrolled = fields.Integer()
    active_rate = fields.Float(allow_none=True)
    answers = fields.Integer(allow_none=True)
    min_group_size = fields.Integer()
    items = fields.List(fields.Nested(ActiveWeekOut))


class BinOut(Schema):
    """Answers whose recall was foretold between `low` and `high`, and how they came out.

    `observed_low` and `observed_high` are the bounds of the 95 % interval of `observed`.
    """

    low = fields.Float()
    high = fields.Float()
    n = fields.Integer(allow_none=True)
    predicted = fields.Float(allow_none=True)
    observed = fields.Float(allow_none=True)
    observed_low = fields.Float(allow_none=True)
    observed_high = fields.Float(allow_none=True)
    suppressed = fields.Boolean()


class CalibrationOut(Schema):
    """How well recall was foretold.

    `constant_log_loss` is that of always telling the average over all of these answers,
    `moving_average_log_loss` that of telling each learner's average so far.
    """

    n = fields.Integer(allow_none=True)
    predicted = fields.Float(allow_none=True)
    observed = fields.Float(allow_none=True)
    log_loss = fields.Float(allow_none=True)
    constant_log_loss = fields.Float(allow_none=True)
    moving_average_log_loss = fields.Float(allow_none=True)
    rmse = fields.Float(allow_none=True)
    min_group_size = fields.Integer()
    suppressed = fields.Boolean()
    items = fields.List(fields.Nested(BinOut))


class ModelCheckOut(Schema):
    """The last weekly check of the memory model over the whole organisation.

    `verdict` is `off` when what is remembered is surely more than three points from what was
    foretold, and null before the first check. `low` and `high` bound observed - predicted.
    """

    verdict = fields.String(
        allow_none=True, validate=validate.OneOf([verdict.value for verdict in Verdict])
    )
    from_ = fields.Date(data_key="from", attribute="first_day", allow_none=True)
    until = fields.Date(attribute="last_day", allow_none=True)
    n = fields.Integer(allow_none=True)
    learners = fields.Integer(allow_none=True)
    predicted = fields.Float(allow_none=True)
    observed = fields.Float(allow_none=True)
    low = fields.Float(allow_none=True)
    high = fields.Float(allow_none=True)


class DueDayOut(Schema):
    """Cards asked on a day, and of how many learners."""

    day = fields.Date()
    cards = fields.Integer(allow_none=True)
    learners = fields.Integer(allow_none=True)
    suppressed = fields.Boolean()


class ForecastOut(Schema):
    """What the coming four weeks ask; what does not fit in a day waits for the next."""

    min_group_size = fields.Integer()
    items = fields.List(fields.Nested(DueDayOut))


class CohortQuery(FigureQuery):
    """And by what to split it."""

    by = fields.String(load_default="campaign", validate=validate.OneOf(list(COHORTS)))


class CohortOut(Schema):
    """What a campaign or team is asked in each of the coming four weeks, from today on.

    `learners` are those for whom anything does; the key is the id, "" without a team.
    """

    key = fields.String()
    label = fields.String()
    learners = fields.Integer(allow_none=True)
    weeks = fields.List(fields.Integer(), allow_none=True)
    suppressed = fields.Boolean()


class CohortsOut(Schema):
    """The load by campaign or team; `seconds_per_card` is what a card usually takes."""

    min_group_size = fields.Integer()
    seconds_per_card = fields.Float()
    items = fields.List(fields.Nested(CohortOut))
