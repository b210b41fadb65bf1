"""Shapes of files for cards."""

from __future__ import annotations

from marshmallow import Schema, fields, validate

from content.media import TYPES


class MediaFileOut(Schema):
    """A file as a face names it; place and alternative text are the author's."""

    file = fields.String(metadata={"description": "SHA-256 of its bytes"})
    type = fields.String(validate=validate.OneOf(sorted(TYPES)))
    bytes = fields.Integer()
    width = fields.Integer(allow_none=True)
    height = fields.Integer(allow_none=True)
    seconds = fields.Float(allow_none=True)
