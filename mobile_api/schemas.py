"""Shapes of the learner's API: sign-in and own settings."""

from __future__ import annotations

from typing import Any

from marshmallow import Schema, ValidationError, fields, validate, validates_schema

from server import channels
from server.people.passwords import MAX_LENGTH, MIN_LENGTH
from server.people.pauses import LONGEST
from server.store.pauses import PauseKind
from server.web.fields import (
    In,
    WallTime,
    country_field,
    day_loads_field,
    email_field,
    language_field,
    mail_bounced_field,
    text_field,
    time_zone_field,
)


class Hours(In):
    """A stretch of the day; it may run past midnight."""

    from_ = WallTime(required=True, data_key="from", attribute="from")
    until = WallTime(required=True)


class Window(Hours):
    """A learning window: it ends later on the same day than it begins."""

    @validates_schema
    def in_order(self, data: dict[str, Any], **_: object) -> None:
        """Refuses a window that is empty or turned round: nothing could ever be sent in it."""
        if data["from"] >= data["until"]:
            raise ValidationError("field-ends-before-it-begins", "until")


def only_taken_back(_: object) -> None:
    """Refuses anything but null."""
    raise ValidationError("field-not-valid")


class DaysOffIn(In):
    """Days off, both ends included, at most a year of them."""

    from_ = fields.Date(required=True, data_key="from", attribute="from")
    until = fields.Date(required=True)

    @validates_schema
    def in_order(self, data: dict[str, Any], **_: object) -> None:
        """Refuses a pause that ends before it begins, or that lasts too long."""
        if data["from"] > data["until"]:
            raise ValidationError("field-ends-before-it-begins", "until")
        if data["until"] - data["from"] > LONGEST:
            raise ValidationError(f"field-too-big?max={data['from'] + LONGEST}", "until")


class PauseIn(DaysOffIn):
    """Days off and why."""

    kind = fields.String(required=True, validate=validate.OneOf([one.value for one in PauseKind]))


class DaysOffOut(Schema):
    """Days off, both ends included."""

    from_ = fields.Date(data_key="from", attribute="first_day")
    until = fields.Date(attribute="last_day")


class PauseOut(DaysOffOut):
    """A pause that is not over."""

    id = fields.Integer()
    kind = fields.String()


class OrganisationOut(Schema):
    """The person's organisation."""

    name = fields.String()
    slug = fields.String()
    min_group_size = fields.Integer()
    is_demo = fields.Boolean()
    day_loads = fields.List(fields.String())
    country = fields.String()


class TeamOut(Schema):
    """A team."""

    id = fields.Integer()
    name = fields.String()


class MeOut(Schema):
    """A person's own account. Null in `day_loads` or `country`: as the organisation has it."""

    id = fields.Integer()
    name = fields.String()
    email = fields.String()
    role = fields.String()
    language = fields.String()
    time_zone = fields.String()
    learning_window = fields.Nested(Hours)
    quiet_hours = fields.Nested(Hours)
    day_loads = fields.List(fields.String(), allow_none=True)
    country = fields.String(allow_none=True)
    channels = fields.List(fields.String())
    cards_per_day = fields.Integer()
    minutes_per_day = fields.Integer(allow_none=True)
    upkeep = fields.Boolean(metadata={"description": "one card a week when all campaigns are over"})
    reminder_minute = WallTime(
        allow_none=True, metadata={"description": "null: when it suits, as the days show"}
    )
    question_in_push = fields.Boolean()
    snoozed_until = fields.Date(allow_none=True)
    mail_bounced = fields.Boolean(
        metadata={"description": "mail to the address came back; none is sent"}
    )
    pause = fields.Nested(
        DaysOffOut, allow_none=True, metadata={"description": "the pause that runs or comes first"}
    )
    pauses = fields.List(fields.Nested(PauseOut))
    organisation = fields.Nested(OrganisationOut)
    team = fields.Nested(TeamOut, allow_none=True)


class MeIn(In):
    """What a person may change; every field may be left out."""

    name = text_field(120)
    language = language_field()
    time_zone = time_zone_field()
    learning_window = fields.Nested(Window)
    quiet_hours = fields.Nested(Hours)
    day_loads = day_loads_field(allow_none=True)
    country = country_field(allow_none=True)
    channels = fields.List(
        fields.String(validate=validate.OneOf(channels.ORDER)),
        validate=validate.Length(max=len(channels.ORDER)),
    )
    cards_per_day = fields.Integer(validate=validate.Range(1, 60))
    minutes_per_day = fields.Integer(validate=validate.Range(1, 60), allow_none=True)
    upkeep = fields.Boolean(truthy={True}, falsy={False})
    reminder_minute = WallTime(allow_none=True)
    question_in_push = fields.Boolean(truthy={True}, falsy={False})
    snoozed_until = fields.Date(
        allow_none=True,
        validate=only_taken_back,
        metadata={"description": "null takes back that no reminder is wanted this week"},
    )
    mail_bounced = mail_bounced_field()
    pause = fields.Nested(
        DaysOffIn,
        allow_none=True,
        metadata={"description": "takes the place of all pauses that are not over"},
    )


class SignInIn(In):
    """Address and password."""

    email = text_field(254, required=True)
    password = text_field(1000, required=True)


class RefreshIn(In):
    """A refresh token."""

    refresh_token = text_field(200, required=True)


class ForgottenIn(In):
    """The address of who forgot."""

    email = email_field(required=True)


class AcceptIn(In):
    """An invitation with the password chosen."""

    token = text_field(200, required=True)
    password = text_field(MAX_LENGTH, shortest=MIN_LENGTH, required=True)
    name = text_field(120)
    language = language_field()
    time_zone = time_zone_field()


class TokensOut(Schema):
    """What a device keeps after signing in."""

    access_token = fields.String()
    refresh_token = fields.String()
    expires_in = fields.Integer(metadata={"description": "seconds"})
    person = fields.Nested(MeOut)


class WebhookOut(Schema):
    """An address that the learner pasted in. It is not shown again: who knows it may post there."""

    id = fields.UUID()
    channel = fields.String()


class MomentOut(Schema):
    """Why the latest reminder came when it did."""

    reason = fields.String()
    at = WallTime()


class RhythmOut(Schema):
    """When reminders come, and by what beside mail and this browser."""

    usual = WallTime(allow_none=True, metadata={"description": "when practice usually begins"})
    moment = fields.Nested(MomentOut, allow_none=True)
    webhooks = fields.List(fields.Nested(WebhookOut))


class CountriesOut(Schema):
    """Countries by their two letters; a screen knows their names."""

    items = fields.List(fields.String())
