"""Shapes of what nightly fits made."""

from __future__ import annotations

from marshmallow import Schema, fields, validate

from server.store.parameter_sets import State
from server.web.fields import Moment


class LogLossOut(Schema):
    """Log loss per answer on days to come; smaller is better."""

    candidate = fields.Float(allow_none=True)
    in_force = fields.Float(allow_none=True)
    constant = fields.Float(allow_none=True)


class FourWeeksOut(Schema):
    """Reviews in the coming 28 days, and on the largest day of them."""

    reviews = fields.Integer()
    largest_day = fields.Integer()


class LoadChangeOut(Schema):
    """The load under what was in force, and under the candidate."""

    in_force = fields.Nested(FourWeeksOut)
    candidate = fields.Nested(FourWeeksOut)


class ParameterSetOut(Schema):
    """One set of the organisation. `verdict` says why it is, or is not, in force."""

    id = fields.Integer()
    version = fields.Integer()
    n = fields.Integer()
    learners = fields.Integer(attribute="evaluation.learners")
    judged = fields.Integer(attribute="evaluation.judged")
    state = fields.String(validate=validate.OneOf([one.value for one in State]))
    verdict = fields.String(attribute="evaluation.verdict")
    log_loss = fields.Nested(LogLossOut, attribute="evaluation.log_loss")
    coming_load = fields.Nested(LoadChangeOut, attribute="evaluation.load", allow_none=True)
    made_at = Moment()
    adopted_at = Moment(allow_none=True)
    retired_at = Moment(allow_none=True)


class PersonalOut(Schema):
    """Learners' own sets together, with means of log loss."""

    examined = fields.Integer()
    in_force = fields.Integer()
    candidate = fields.Float()
    before = fields.Float()


class ParameterSetsOut(Schema):
    """All sets from the latest on; `personal` is null where too few learners have one."""

    answers = fields.Integer()
    least_answers = fields.Integer()
    min_group_size = fields.Integer()
    items = fields.List(fields.Nested(ParameterSetOut), attribute="sets")
    personal = fields.Nested(PersonalOut, allow_none=True)
