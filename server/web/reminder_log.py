"""A person's reminders and why, as the learner's door and the console's both tell them."""

from __future__ import annotations

from typing import Any

from marshmallow import Schema, fields, validate

from server.reminding.history import History
from server.reminding.preview import Preview
from server.reminding.reasons import in_words, kind_in_words, troubles_in_words
from server.reminding.words import wording_in_words
from server.store.outbox import State
from server.store.reminder_log import Entry
from server.web.fields import Moment
from server.web.language import language

STATES = validate.OneOf([one.value for one in State])


class EntryOut(Schema):
    """One study day: what was decided, and what became of it.

    `wording`: the text below the title, null where none was picked or it is there no more.
    `hour_chance` and `wording_chance`: how probable it was that these were picked.
    """

    study_day = fields.Date()
    kind = fields.String()
    state = fields.String(validate=STATES)
    why = fields.String()
    due_at = Moment(allow_none=True)
    sent_at = Moment(allow_none=True)
    channel = fields.String(allow_none=True)
    delivered_at = Moment(allow_none=True)
    opened_at = Moment(allow_none=True)
    troubles = fields.List(fields.String())
    hour = fields.Integer(allow_none=True)
    hour_chance = fields.Float(allow_none=True)
    wording = fields.String(allow_none=True)
    wording_chance = fields.Float(allow_none=True)


class NowOut(Schema):
    """What would be chosen for today; `due_at` null where nothing. `state`: of today's entry."""

    due_at = Moment(allow_none=True)
    channels = fields.List(fields.String())
    why = fields.String()
    kind = fields.String(allow_none=True)
    hour = fields.Integer(allow_none=True)
    state = fields.String(allow_none=True, validate=STATES)


class LogOut(Schema):
    """The last month, latest first. Moments are to be read in `time_zone`, the learner's own."""

    name = fields.String()
    time_zone = fields.String()
    now = fields.Nested(NowOut)
    items = fields.List(fields.Nested(EntryOut))


def shown(found: History) -> dict[str, Any]:
    """The history in the words of who asks."""
    return {
        "name": found.person.name or found.person.email,
        "time_zone": found.person.time_zone,
        "now": _now(found.now),
        "items": [_entry(one) for one in found.entries],
    }


def _now(one: Preview) -> dict[str, Any]:
    return {
        "due_at": one.due_at,
        "channels": one.channels,
        "why": in_words(one.why, language(), one.hour),
        "kind": one.kind and kind_in_words(one.kind, language()),
        "hour": one.hour,
        "state": one.standing,
    }


def _entry(one: Entry) -> dict[str, Any]:
    decided_against = one.state == State.SKIPPED
    return {
        **one._asdict(),
        "kind": kind_in_words(one.kind, language()),
        "why": in_words(one.reason, language(), one.hour),
        # What was decided against has no moment, though its row has one.
        "due_at": None if decided_against else one.due_at,
        "channel": one.sent_channel,
        "troubles": troubles_in_words(one.trouble, language()),
        "wording": wording_in_words(one.wording, language()),
        "hour_chance": one.hour_propensity,
        "wording_chance": one.wording_propensity,
    }
