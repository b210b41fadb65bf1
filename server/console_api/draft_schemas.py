"""Shapes of cards that course material suggests."""

from __future__ import annotations

from marshmallow import Schema, fields, validate

from content.material.blocks import PLACE_KINDS
from content.material.proposal import WHYS
from server.console_api.edit_schemas import tags_field, topic_field
from server.console_api.schemas import OwnerOut, PageQuery, face_field
from server.store.card_drafts import State
from server.web.fields import In, Moment, Query, text_field

STATES = [one.value for one in State]


class MaterialIn(Query):
    """What the form says beside the file: whether its text may go to the service that is set."""

    ask_writer = fields.Boolean(load_default=False)


class DraftsQuery(PageQuery):
    """Which drafts of the set."""

    state = fields.String(load_default=None, validate=validate.OneOf(STATES))


class FileQuery(Query):
    """The file whose open drafts are meant; without one, those of all files."""

    file_name = text_field(200, load_default=None)


class KeepIn(In):
    """The card as the author wants it; what is left out stays as it was suggested."""

    face = face_field(load_default=None)
    topic = topic_field(load_default=None)
    tags = tags_field(load_default=list)


class DraftPlaceOut(Schema):
    """Where in the file, and how one says that."""

    kind = fields.String(validate=validate.OneOf(PLACE_KINDS))
    number = fields.Integer()
    text = fields.String()


class DraftOut(Schema):
    """A suggestion. `quote` is what the file says; `origin` the model that wrote it, or ''."""

    id = fields.Integer()
    file_name = fields.String()
    place = fields.Nested(DraftPlaceOut)
    face = face_field()
    topic = fields.String()
    quote = fields.String()
    why = fields.String(validate=validate.OneOf(WHYS))
    origin = fields.String()
    state = fields.String(validate=validate.OneOf(STATES))
    card_id = fields.Integer(allow_none=True)
    decided_by = fields.Nested(OwnerOut, allow_none=True)
    decided_at = Moment(allow_none=True)


class DraftFileOut(Schema):
    """How far the author is with a file."""

    file_name = fields.String()
    open = fields.Integer()
    kept = fields.Integer()
    dropped = fields.Integer()


class WriterOut(Schema):
    """The service that may be asked, and where it is."""

    host = fields.String()
    model = fields.String()


class DraftPageOut(Schema):
    """A page of drafts, how far the author is, and the service; null where none is set."""

    items = fields.List(fields.Nested(DraftOut))
    next = fields.String(allow_none=True)
    files = fields.List(fields.Nested(DraftFileOut))
    writer = fields.Nested(WriterOut, allow_none=True)


class DraftRemarkOut(Schema):
    """Something to know about the file."""

    where = fields.String()
    message = fields.String()


class MaterialOut(Schema):
    """What came of a file: new drafts, those the set had, and what to know."""

    created = fields.Integer()
    known = fields.Integer()
    problems = fields.List(fields.Nested(DraftRemarkOut))


class ClearedOut(Schema):
    """How many drafts are gone."""

    removed = fields.Integer()
