"""Shapes of how the installation fares."""

from __future__ import annotations

from marshmallow import Schema, fields, validate

from server.store.job_runs import State
from server.web.fields import Moment


class ClockOut(Schema):
    """The leading clock; `holder` only where there is one organisation."""

    silent = fields.Boolean()
    seen_at = Moment(allow_none=True)
    holder = fields.String(allow_none=True)


class QueueOut(Schema):
    """What waits for its moment, what is due or worked on, and since when the oldest is due."""

    name = fields.String(
        validate=validate.OneOf(["reminders", "letters", "imports", "index", "fits"])
    )
    waiting = fields.Integer()
    due = fields.Integer()
    at_work = fields.Integer()
    oldest_due_at = Moment(allow_none=True)


class LateOut(Schema):
    """How many left more than so many seconds after their moment."""

    more_than_s = fields.Integer()
    count = fields.Integer()


class TodayOut(Schema):
    """What became of today's reminders."""

    states = fields.Dict(keys=fields.String(), values=fields.Integer())
    delivered = fields.Integer()
    opened = fields.Integer()
    late = fields.List(fields.Nested(LateOut))
    latest_s = fields.Float(allow_none=True)


class ChannelStateOut(Schema):
    """A channel that is left alone while its provider is down; whose, where it has several."""

    channel = fields.String()
    service = fields.String()
    failures = fields.Integer()
    open_since = Moment()
    open_until = Moment()


class JobOut(Schema):
    """The run of a job; how far, where and by whom only where there is one organisation."""

    name = fields.String()
    job = fields.String()
    state = fields.String(validate=validate.OneOf([one.value for one in State]))
    holder = fields.String(allow_none=True)
    began_at = Moment()
    seen_at = Moment()
    ended_at = Moment(allow_none=True)
    done = fields.Integer(allow_none=True)
    of = fields.Integer(allow_none=True)
    failure = fields.String(allow_none=True)
    raised = fields.String(allow_none=True)
    place = fields.String(allow_none=True)


class ImportAtWorkOut(Schema):
    """An upload that is not over."""

    id = fields.Integer()
    card_set_id = fields.Integer()
    file_name = fields.String()
    state = fields.String()
    stage = fields.String(allow_none=True)
    done = fields.Integer()
    of = fields.Integer(allow_none=True)
    created_at = Moment()


class OperationOut(Schema):
    """How the installation fares. Jobs that failed in the last week stand apart."""

    at = Moment()
    whole = fields.Boolean()
    clock = fields.Nested(ClockOut)
    queues = fields.List(fields.Nested(QueueOut))
    today = fields.Nested(TodayOut)
    channels = fields.List(fields.Nested(ChannelStateOut))
    jobs = fields.List(fields.Nested(JobOut))
    failed = fields.List(fields.Nested(JobOut))
    imports = fields.List(fields.Nested(ImportAtWorkOut))
