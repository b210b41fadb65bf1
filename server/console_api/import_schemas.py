"""Shapes of an upload and its report."""

from __future__ import annotations

from flask_smorest.fields import Upload
from marshmallow import Schema, fields, validate

from server.console_api.schemas import face_field
from server.web.fields import Query, text_field


class ImportQuery(Query):
    """How to go about it."""

    dry_run = fields.Boolean(load_default=False)
    partial_ = fields.Boolean(load_default=False, data_key="partial", attribute="partial")


class UploadIn(Query):
    """The file."""

    file = Upload(required=True)


class EncodingIn(Query):
    """How the letters of a text file are written, when we guessed wrong."""

    encoding = text_field(40, shortest=0, load_default="")


class RowProblemOut(Schema):
    """What is wrong, and where."""

    where = fields.String()
    message = fields.String()
    row = fields.Integer(allow_none=True)
    column = fields.String(allow_none=True)


class RowNoteOut(Schema):
    """Something worth knowing, and where."""

    where = fields.String()
    message = fields.String()


class PreviewRowOut(Schema):
    """What becomes of a row."""

    row = fields.Integer()
    status = fields.String(validate=validate.OneOf(["created", "updated", "unchanged"]))
    topic = fields.String()
    face = face_field()
    before = face_field(allow_none=True)


class ImportOut(Schema):
    """What an import did; with `dry_run` what it would do. The first 50 rows are shown."""

    created = fields.Integer()
    updated = fields.Integer()
    unchanged = fields.Integer()
    skipped = fields.Integer()
    problems = fields.List(fields.Nested(RowProblemOut))
    notes = fields.List(fields.Nested(RowNoteOut))
    dry_run = fields.Boolean()
    preview = fields.List(fields.Nested(PreviewRowOut))
