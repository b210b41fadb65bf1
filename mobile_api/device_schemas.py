"""Shapes of what reaches a phone, and of what it tells about it: devices and receipts."""

from __future__ import annotations

from typing import Any

from marshmallow import EXCLUDE, Schema, ValidationError, fields, validate, validates_schema

from mobile_api.session_schemas import ReviewIn
from server import channels
from server.reminding import receipts
from server.web.fields import In, text_field


class KeysIn(Schema):
    """The keys by which a push is encrypted for one browser."""

    class Meta:
        """Marshmallow's switch."""

        unknown = EXCLUDE

    p256dh = text_field(200, required=True)
    auth = text_field(200, required=True)


class SubscriptionIn(Schema):
    """A `PushSubscription` as browsers write it; what else they write is left alone."""

    class Meta:
        """Marshmallow's switch."""

        unknown = EXCLUDE

    endpoint = text_field(2000, required=True)
    keys = fields.Nested(KeysIn, required=True)


ADDRESS_FIELDS = {
    "fcm": "token",
    "web_push": "subscription",
    **dict.fromkeys(channels.WEBHOOKS, "url"),
}


class ReceiptIn(In):
    """What a phone tells about a reminder."""

    ack = text_field(1000, required=True)
    what = fields.String(required=True, validate=validate.OneOf(receipts.WHAT))
    review = fields.Nested(
        ReviewIn, metadata={"description": "the answer to a question on the notification itself"}
    )


class DeviceIn(In):
    """An address: `token` for fcm, `subscription` for web_push, `url` for teams and slack."""

    channel = fields.String(required=True, validate=validate.OneOf(list(ADDRESS_FIELDS)))
    token = text_field(4096)
    subscription = fields.Nested(SubscriptionIn)
    url = text_field(2000)

    @validates_schema
    def complete(self, data: dict[str, Any], **_: object) -> None:
        """Each channel needs its own kind of address."""
        needed = ADDRESS_FIELDS[data["channel"]]
        if needed not in data:
            raise ValidationError("field-required", needed)


class PushOut(Schema):
    """How this server pushes."""

    vapid_public_key = fields.String()
    fcm = fields.Dict(allow_none=True)
