"""Shapes of how a set stands."""

from __future__ import annotations

from marshmallow import Schema, fields, validate

from content.lint.finding import SEVERITIES
from server.console_api.lint_schemas import OtherCardOut
from server.console_api.schemas import OwnerOut
from server.web.fields import In, Moment, Query, id_field, text_field


class HealthQuery(Query):
    """Which findings to show; the counts stay those of all."""

    severity = fields.String(load_default="", validate=validate.OneOf(("", *SEVERITIES)))
    code = text_field(60, shortest=0, load_default="")


class CardFindingOut(Schema):
    """One thing to look at in one wording of a card; `variant_id` null is the card's own."""

    card_id = fields.Integer()
    variant_id = fields.Integer(allow_none=True)
    prompt = fields.String()
    code = fields.String()
    severity = fields.String(validate=validate.OneOf(SEVERITIES))
    field = fields.String()
    message = fields.String()
    remedy = fields.String()
    other = fields.Nested(OtherCardOut, allow_none=True)


class DismissalIn(In):
    """Why a finding may stay."""

    card_id = id_field(required=True)
    variant_id = id_field(load_default=None, allow_none=True)
    code = text_field(60, required=True)
    reason = text_field(500, shortest=0, load_default="")


class DismissalOut(Schema):
    """A finding that may stay, and who said so."""

    id = fields.Integer()
    reason = fields.String()
    by = fields.Nested(OwnerOut, attribute="dismissed_by")
    at = Moment(attribute="dismissed_at")


class DismissedOut(CardFindingOut):
    """A finding with its dismissal."""

    dismissal = fields.Nested(DismissalOut)


class SeverityCountsOut(Schema):
    """Open findings by severity."""

    error = fields.Integer()
    warning = fields.Integer()
    hint = fields.Integer()


class CodeCountOut(Schema):
    """Open findings of one kind."""

    code = fields.String()
    name = fields.String()
    count = fields.Integer()


class LanguageCountOut(Schema):
    """How many cards have a language, and how many lack it."""

    language = fields.String()
    cards = fields.Integer()
    missing = fields.Integer()


class HealthOut(Schema):
    """How a set stands. At most 500 findings are shown; `more` is how many were left out."""

    cards = fields.Integer()
    counts = fields.Nested(SeverityCountsOut)
    codes = fields.List(fields.Nested(CodeCountOut))
    languages = fields.List(fields.Nested(LanguageCountOut))
    findings = fields.List(fields.Nested(CardFindingOut))
    more = fields.Integer()
    dismissed = fields.List(fields.Nested(DismissedOut))


class KnownCardOut(Schema):
    """A card and the share of learners who were right the first time, with its 95 % interval."""

    card_id = fields.Integer()
    prompt = fields.String()
    learners = fields.Integer()
    right_rate = fields.Float()
    low = fields.Float()
    high = fields.Float()


class KnownCardsOut(Schema):
    """Cards that everybody knows at first sight; `code` is what to dismiss them by."""

    code = fields.String()
    items = fields.List(fields.Nested(KnownCardOut))
