"""Shapes of what could be better in a card."""

from __future__ import annotations

from marshmallow import Schema, fields, validate

from content.lint.finding import SEVERITIES
from server.console_api.schemas import face_field
from server.web.fields import In, id_field


class LintIn(In):
    """A card as it is being written; `card_id` once it has one."""

    face = face_field(required=True)
    variants = fields.List(face_field(), load_default=[], validate=validate.Length(max=50))
    card_id = id_field(load_default=None, allow_none=True)


class OtherCardOut(Schema):
    """The card that asks nearly the same."""

    card_id = fields.Integer()
    card_set_id = fields.Integer()


class LintFindingOut(Schema):
    """One thing to look at, with what to do; `variant` counts from 0, null is the card itself."""

    code = fields.String()
    severity = fields.String(validate=validate.OneOf(SEVERITIES))
    field = fields.String()
    variant = fields.Integer(allow_none=True)
    message = fields.String()
    remedy = fields.String()
    other = fields.Nested(OtherCardOut, allow_none=True)


class LintOut(Schema):
    """What to look at, the gravest first within a wording."""

    findings = fields.List(fields.Nested(LintFindingOut))
