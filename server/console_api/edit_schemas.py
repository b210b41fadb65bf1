"""Shapes of what the editor of cards sends and gets."""

from __future__ import annotations

from typing import Any

from marshmallow import Schema, ValidationError, fields, validate, validates_schema

from content import limits
from server.console_api.schemas import OwnerOut, PageQuery, face_field
from server.web.fields import In, Moment, id_field, language_field, text_field

MOST_AT_ONCE = 1_000


def topic_field(**kwargs: Any) -> fields.String:
    """The subject of a card; blank where it has none."""
    return text_field(limits.TOPIC, shortest=0, **kwargs)


def tags_field(**kwargs: Any) -> fields.List[str]:
    """Tags; how many a card may have is judged when blanks and repeats are gone."""
    tag = text_field(limits.TAG, shortest=0)
    return fields.List(tag, validate=validate.Length(max=10 * limits.TAGS), **kwargs)


def cards_field() -> fields.List[int]:
    """Ids of cards of one set."""
    return fields.List(id_field(), required=True, validate=validate.Length(1, MOST_AT_ONCE))


def version_field() -> fields.Integer:
    """The version of the card that the author saw."""
    return id_field(required=True)


class CardsQuery(PageQuery):
    """Which cards of the set; a blank topic asks for those without one."""

    q = text_field(200, shortest=0, load_default="")
    topic = topic_field(load_default=None)


class NewCardIn(In):
    """A new card, behind the card `after` or at the end."""

    face = face_field(required=True)
    topic = topic_field(load_default="")
    tags = tags_field(load_default=list)
    after = id_field(load_default=None, allow_none=True)
    request_id = fields.UUID(
        load_default=None,
        metadata={"description": "made by the client; sent again, it makes no second card"},
    )


class CardIn(In):
    """A card as its author wrote it over version `version`."""

    face = face_field(required=True)
    topic = topic_field(load_default="")
    tags = tags_field(load_default=list)
    version = version_field()


class NewVariantIn(In):
    """Another wording."""

    face = face_field(required=True)


class VariantIn(NewVariantIn):
    """A wording as its author wrote it over version `version` of the card."""

    version = version_field()


class MoveIn(In):
    """Cards in their new order, and the card they come behind; null puts them in front."""

    card_ids = cards_field()
    after = id_field(required=True, allow_none=True)


class PositionsOut(Schema):
    """The place each moved card got."""

    positions = fields.Dict(keys=fields.String(), values=fields.Integer())


class BulkIn(In):
    """One change to many cards; `delete: false` puts deleted ones back."""

    card_ids = cards_field()
    topic = topic_field()
    add_tags = tags_field()
    remove_tags = tags_field()
    language = language_field()
    delete = fields.Boolean(truthy={True}, falsy={False})

    @validates_schema
    def says_something(self, data: dict[str, Any], **_: Any) -> None:
        """Refuses a change that names nothing to change."""
        if len(data) == 1:
            raise ValidationError("edit-nothing-asked", "card_ids")


class BulkOut(Schema):
    """How many cards it changed, and at which version they now are."""

    changed = fields.Integer()
    versions = fields.Dict(keys=fields.String(), values=fields.Integer())


class TopicOut(Schema):
    """A topic and its cards."""

    topic = fields.String()
    cards = fields.Integer()


class TopicsOut(Schema):
    """All topics of a set."""

    items = fields.List(fields.Nested(TopicOut))


class VersionOut(Schema):
    """What a card said; without a person and a time where it came with a file."""

    version = fields.Integer()
    face = face_field()
    variants = fields.List(face_field())
    topic = fields.String()
    tags = fields.List(fields.String())
    edited_by = fields.Nested(OwnerOut, allow_none=True)
    edited_at = Moment(allow_none=True)


class VersionPageOut(Schema):
    """A page of versions, newest first."""

    items = fields.List(fields.Nested(VersionOut))
    next = fields.String(allow_none=True)
