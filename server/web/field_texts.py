"""Marshmallow's own messages, replaced by keys of our catalogue.

Its sentences are English only. Each becomes `key` or `key?name=value&…` here and is turned into
the reader's language at the edge by `sentence`.
"""

from __future__ import annotations

from typing import Any
from urllib.parse import parse_qsl

from marshmallow import Schema, fields, validate

from server.texts import text

_FIELDS: tuple[tuple[type[fields.Field[Any]], dict[str, str]], ...] = (
    (
        fields.Field,
        {
            "required": "field-required",
            "null": "field-required",
            "validator_failed": "field-not-valid",
        },
    ),
    (fields.String, {"invalid": "field-not-text", "invalid_utf8": "field-not-text"}),
    (fields.UUID, {"invalid_uuid": "field-not-uuid"}),
    (fields.Number, {"invalid": "field-not-number", "too_large": "field-not-number"}),
    (fields.Integer, {"invalid": "field-not-whole-number"}),
    (fields.Float, {"special": "field-not-number"}),
    (fields.Boolean, {"invalid": "field-not-yes-or-no"}),
    (
        fields.AwareDateTime,
        {
            "invalid": "field-not-moment",
            "invalid_awareness": "field-not-moment",
            "format": "field-not-moment",
        },
    ),
    (fields.Date, {"invalid": "field-not-date", "format": "field-not-date"}),
    (fields.List, {"invalid": "field-not-list"}),
    (fields.Nested, {"type": "field-not-object"}),
    (fields.Mapping, {"invalid": "field-not-object"}),
    (fields.Email, {"invalid": "field-not-email"}),
)


def install() -> None:
    """Puts the keys in place of the library's sentences, once for the process.

    Fields copy their messages when they are made, so this runs before any schema is imported.
    """
    for field, messages in _FIELDS:
        field.default_error_messages = {**field.default_error_messages, **messages}
    Schema.error_messages = {"unknown": "field-unknown", "type": "field-not-object"}
    validate.Length.message_min = "field-too-short?min={min}"
    validate.Length.message_max = "field-too-long?max={max}"
    validate.Length.message_all = "field-bad-length?min={min}&max={max}"
    validate.Length.message_equal = "field-bad-length?min={equal}&max={equal}"
    # Range fills its templates twice, first with its operators.
    validate.Range.message_min = "field-too-small?min={{min}}"
    validate.Range.message_max = "field-too-big?max={{max}}"
    validate.Range.message_all = "field-out-of-range?min={{min}}&max={{max}}"
    validate.OneOf.default_message = "field-not-one-of?choices={choices}"
    validate.ContainsOnly.default_message = "field-not-one-of?choices={choices}"
    validate.Email.default_message = "field-not-email"
    validate.Regexp.default_message = "field-not-valid"


def sentence(message: str, language: str) -> str:
    """The sentence of a message made here."""
    key, _, query = message.partition("?")
    return text(key, language, **dict(parse_qsl(query)))
