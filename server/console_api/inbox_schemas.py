"""Shapes of the inbox and of its curators."""

from __future__ import annotations

from typing import Any

from marshmallow import Schema, ValidationError, fields, validate, validates_schema

from content import limits
from server.console_api.schemas import OwnerOut, PageQuery, face_field
from server.store.care import Kind, State
from server.web.fields import MOST, In, Moment, id_field, text_field

STATES = [str(one) for one in State]
KINDS = [str(one) for one in Kind]


class InboxQuery(PageQuery):
    """Which items."""

    state = fields.String(load_default=str(State.OPEN), validate=validate.OneOf(STATES))
    kind = fields.String(load_default=None, validate=validate.OneOf(KINDS))
    card_set_id = fields.Integer(load_default=None, validate=validate.Range(1, MOST))
    topic = text_field(limits.TOPIC, shortest=0, load_default=None)


class InboxCountsOut(Schema):
    """How many items wait, in all and of each kind."""

    open = fields.Integer()
    flag = fields.Integer()
    suggestion = fields.Integer()
    proposal = fields.Integer()
    failing = fields.Integer()


class InboxPlaceOut(Schema):
    """A topic of a set that items are about; blank for cards without."""

    card_set_id = fields.Integer()
    title = fields.String()
    topic = fields.String()


class InboxPlacesOut(Schema):
    """By what items can be chosen."""

    items = fields.List(fields.Nested(InboxPlaceOut))


class ItemSetOut(Schema):
    """The set that an item is about."""

    id = fields.Integer()
    title = fields.String()
    language = fields.String()


class ItemCardOut(Schema):
    """The card in the wording that the item is about; `deleted` where that was taken out."""

    id = fields.Integer()
    face = face_field()
    version = fields.Integer()
    deleted = fields.Boolean()


class ToldOut(Schema):
    """What one learner wrote; `by` is null for who did not want to be named."""

    id = fields.Integer()
    reason = fields.String()
    note = fields.String()
    by = fields.String(allow_none=True)
    created_at = Moment()


class WrongAnswerOut(Schema):
    """An answer that so many learners gave, each counted once."""

    text = fields.String()
    learners = fields.Integer()


class LeechOut(Schema):
    """For how many learners the card rests; null where they are too few to count."""

    learners = fields.Integer(allow_none=True)


class EvidenceOut(Schema):
    """How a card went in the weeks before `until`: first answers of a day, right and in all.

    `leech` is there where learners failed it so often that it rests for them until it is decided.
    """

    learners = fields.Integer()
    answers = fields.Integer()
    right = fields.Integer()
    since = fields.String(metadata={"format": "date"})
    until = fields.String(metadata={"format": "date"})
    wrong_answers = fields.List(fields.Nested(WrongAnswerOut))
    leech = fields.Nested(LeechOut)


class ItemOut(Schema):
    """One thing to decide, with the card as it stands and as it would become.

    `people` stand behind it, `reasons` says how many of them gave which; `told` are the latest.
    """

    id = fields.Integer()
    kind = fields.String(validate=validate.OneOf(KINDS))
    state = fields.String(validate=validate.OneOf(STATES))
    raised_at = Moment()
    card_set = fields.Nested(ItemSetOut)
    topic = fields.String()
    card = fields.Nested(ItemCardOut, allow_none=True)
    proposed = face_field(allow_none=True)
    people = fields.Integer()
    reasons = fields.Dict(keys=fields.String(), values=fields.Integer())
    told = fields.List(fields.Nested(ToldOut))
    evidence = fields.Nested(EvidenceOut, allow_none=True)
    decided_at = Moment(allow_none=True)
    decided_by = fields.String(allow_none=True)
    answer = fields.String()


class InboxPageOut(Schema):
    """A page of items, newest first."""

    items = fields.List(fields.Nested(ItemOut))
    next = fields.String(allow_none=True)
    counts = fields.Nested(InboxCountsOut)


class AcceptItemIn(In):
    """Takes the proposal over, or `face` instead of it; `version` is the card's that was seen."""

    face = face_field(load_default=None, allow_none=True)
    version = id_field(load_default=None, allow_none=True)
    answer = text_field(1000, shortest=0, load_default="")


class DeclineItemIn(In):
    """Why the card stays as it is."""

    reason = text_field(1000, required=True)


class CuratorIn(In):
    """Somebody to decide about one set, or about one topic in all sets."""

    person_id = id_field(required=True)
    card_set_id = id_field(load_default=None, allow_none=True)
    topic = text_field(limits.TOPIC, load_default=None, allow_none=True)

    @validates_schema
    def one_reach(self, data: dict[str, Any], **_: object) -> None:
        """Refuses both at once, and neither."""
        if (data["card_set_id"] is None) == (data["topic"] is None):
            raise ValidationError("inbox-set-or-topic", "topic")


class CuratorOut(Schema):
    """Who curates what."""

    id = fields.Integer()
    person = fields.Nested(OwnerOut)
    card_set = fields.Nested(ItemSetOut, allow_none=True)
    topic = fields.String(allow_none=True)


class CuratorPageOut(Schema):
    """All curators by name."""

    items = fields.List(fields.Nested(CuratorOut))
    next = fields.String(allow_none=True)
