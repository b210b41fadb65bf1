"""Shapes of asking the trainers for what a search did not find."""

from __future__ import annotations

from marshmallow import Schema, fields

from server.web.fields import In, Moment, text_field
from server.web.found_schemas import LONGEST_QUESTION

LONGEST_NOTE = 1000


class AskIn(In):
    """A question that found nothing. The phone makes the id."""

    id = fields.UUID(required=True)
    q = text_field(LONGEST_QUESTION, required=True)
    note = text_field(LONGEST_NOTE, shortest=0, load_default="")


class AskedOut(Schema):
    """A question to the trainers, and what they said."""

    id = fields.UUID(attribute="uuid")
    q = fields.String(attribute="question")
    note = fields.String()
    asked_at = Moment()
    answer = fields.String(allow_none=True)
    answered_at = Moment(allow_none=True)


class AskedPageOut(Schema):
    """Own questions."""

    items = fields.List(fields.Nested(AskedOut))
    next = fields.String(allow_none=True)
