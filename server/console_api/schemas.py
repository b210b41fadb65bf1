"""Shapes of sets, their cards and releases."""

from __future__ import annotations

from datetime import date
from typing import Any

from marshmallow import Schema, fields, validate

from server.web.fields import In, Moment, Query, language_field, storable, text_field


class Name(fields.String):
    """A name or title: spaces around it are left off, so that it cannot be blank."""

    def _deserialize(self, *args: Any, **kwargs: Any) -> str:
        return str(super()._deserialize(*args, **kwargs)).strip()


def name_field(longest: int = 200, **kwargs: Any) -> Name:
    """A name or title of bounded length."""
    return Name(validate=[validate.Length(1, longest), storable], **kwargs)


def day_field(**kwargs: Any) -> fields.Date:
    """A day in our times: near the ends of the calendar there is no day before or after."""
    return fields.Date(validate=validate.Range(date(2000, 1, 1), date(2199, 12, 31)), **kwargs)


def face_field(**kwargs: Any) -> fields.Dict:
    """A wording; the members beside these depend on `kind`."""
    members = "variant_id, kind, language, prompt, explanation, source and those of the kind"
    return fields.Dict(keys=fields.String(), metadata={"description": members}, **kwargs)


class PageQuery(Query):
    """Where the page begins."""

    cursor = text_field(1000, shortest=0, load_default="")


class SearchPageQuery(PageQuery):
    """Words that the name holds."""

    q = text_field(200, shortest=0, load_default="")


class CardSetIn(In):
    """A new set."""

    title = name_field(required=True)
    language = language_field(required=True)


class CardSetPatchIn(In):
    """What is to be otherwise: the title, a second reader, the day to look through the set."""

    title = name_field()
    second_reader = fields.Boolean()
    review_on = day_field(allow_none=True)


class OwnerOut(Schema):
    """Somebody by name: who keeps a set, wrote or read a text, or decides about one."""

    id = fields.Integer()
    name = fields.String()


class LiveReleaseOut(Schema):
    """What learners have of a set."""

    number = fields.Integer()
    released_at = Moment()
    cards = fields.Integer()


class CardSetOut(Schema):
    """A set as it stands."""

    id = fields.Integer(attribute="card_set.id")
    title = fields.String(attribute="card_set.title")
    language = fields.String(attribute="card_set.language")
    owner = fields.Nested(OwnerOut, attribute="card_set.owner")
    cards = fields.Integer()
    live_release = fields.Nested(LiveReleaseOut, attribute="live", allow_none=True)
    changed_since_release = fields.Boolean()
    second_reader = fields.Boolean(attribute="card_set.second_reader")
    review_on = fields.Date(attribute="card_set.review_on", allow_none=True)
    updated_at = Moment(attribute="card_set.updated_at")


class CardSetPageOut(Schema):
    """A page of sets."""

    items = fields.List(fields.Nested(CardSetOut))
    next = fields.String(allow_none=True)


class CardOut(Schema):
    """A card in the making; `changed` is against the live release."""

    id = fields.Integer()
    key = fields.String()
    topic = fields.String()
    tags = fields.List(fields.String())
    position = fields.Integer()
    face = face_field()
    variants = fields.List(face_field())
    changed = fields.String(allow_none=True, validate=validate.OneOf(["new", "changed"]))
    version = fields.Integer()
    valid_until = fields.Date(allow_none=True)


class CardPageOut(Schema):
    """A page of cards."""

    items = fields.List(fields.Nested(CardOut))
    next = fields.String(allow_none=True)
