"""Shapes of what learners asked for."""

from __future__ import annotations

from marshmallow import Schema, fields

from server.web.fields import In, Moment, text_field

LONGEST_ANSWER = 2000


class RequestOut(Schema):
    """A question that waits, with how many people asked it and what they added."""

    id = fields.Integer()
    question = fields.String()
    people = fields.Integer()
    notes = fields.List(fields.String())
    first_asked_at = Moment()
    last_asked_at = Moment()


class RequestPageOut(Schema):
    """A page of questions, the oldest first."""

    items = fields.List(fields.Nested(RequestOut))
    next = fields.String(allow_none=True)


class AnswerIn(In):
    """What the people who asked are told."""

    text = text_field(LONGEST_ANSWER, required=True)


class AnsweredOut(Schema):
    """To how many people it went."""

    people = fields.Integer()
