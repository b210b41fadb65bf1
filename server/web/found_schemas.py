"""Shapes of searching, which the learner's door and the console's share."""

from __future__ import annotations

from marshmallow import Schema, fields, validate

from server.web.fields import Query, text_field
from server.web.media_schemas import MediaOut

LONGEST_QUESTION = 200


class SearchQuery(Query):
    """Words to look for."""

    q = text_field(LONGEST_QUESTION, shortest=0, load_default="")
    cursor = text_field(1000, shortest=0, load_default="")


class FoundOut(Schema):
    """A card that was found.

    `marks` has, by the name of a text, where it says what was asked: pairs of start and end,
    counted in UTF-16 units.
    """

    card_id = fields.Integer()
    card_set_id = fields.Integer()
    card_set_title = fields.String()
    topic = fields.String(attribute="hit.topic")
    language = fields.String(attribute="hit.language")
    prompt = fields.String(attribute="hit.prompt")
    answer_text = fields.String(attribute="hit.answer_text")
    explanation = fields.String(attribute="hit.explanation")
    source = fields.String(attribute="hit.source")
    tags = fields.List(fields.String(), attribute="hit.tags")
    media = fields.List(fields.Nested(MediaOut), attribute="hit.media")
    marks = fields.Dict(
        keys=fields.String(
            validate=validate.OneOf(["prompt", "answer_text", "explanation", "source", "topic"])
        ),
        values=fields.List(fields.List(fields.Integer())),
        attribute="hit.marks",
    )


class FoundPageOut(Schema):
    """A page of cards found."""

    items = fields.List(fields.Nested(FoundOut))
    next = fields.String(allow_none=True)
