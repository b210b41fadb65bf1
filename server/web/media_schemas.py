"""The shape of a picture, sound or film, wherever a card is sent."""

from __future__ import annotations

from typing import Any

from marshmallow import Schema, fields, validate

from content.media import PLACES, TYPES


class MediaOut(Schema):
    """A picture, sound or film of a wording; what is not known is absent."""

    file = fields.String(metadata={"description": "SHA-256 of its bytes"})
    type = fields.String(validate=validate.OneOf(sorted(TYPES)))
    place = fields.String(validate=validate.OneOf(PLACES))
    alt = fields.String()
    bytes = fields.Integer()
    width = fields.Integer()
    height = fields.Integer()
    seconds = fields.Float()

    def get_attribute(self, obj: dict[str, Any], attr: str, default: Any) -> Any:
        """Members only, as for a face."""
        return obj.get(attr, default)
