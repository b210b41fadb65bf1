"""Marshmallow fields that both API doors use, and the schema they share."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, datetime
from functools import cache
from typing import Any
from zoneinfo import available_timezones

from marshmallow import EXCLUDE, RAISE, Schema, ValidationError, fields, validate

from scheduler.days_off import DAYS_IN_WEEK, DayLoad
from server.calendars import NO_COUNTRY, countries
from server.texts import LANGUAGES
from server.web import field_texts, json_bodies

field_texts.install()
json_bodies.install()

MOST = 2**63 - 1
_WALL_TIME = re.compile(r"([01][0-9]|2[0-3]):([0-5][0-9])")


class In(Schema):
    """What comes in: an unknown name is an error, so that a typo is not silently ignored."""

    class Meta:
        """Marshmallow's switch."""

        unknown = RAISE


class Query(Schema):
    """What stands in the address: unknown names are left alone, as proxies add their own."""

    class Meta:
        """Marshmallow's switch."""

        unknown = EXCLUDE


class Moment(fields.AwareDateTime):
    """A moment: any offset comes in, UTC with Z goes out."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(format="iso", **kwargs)

    def _serialize(self, value: datetime | None, *_: Any, **__: Any) -> str | None:
        return None if value is None else moment(value)

    def _deserialize(self, *args: Any, **kwargs: Any) -> datetime:
        try:
            return super()._deserialize(*args, **kwargs).astimezone(UTC)
        except OverflowError:
            raise self.make_error("invalid", obj_type="datetime") from None


def moment(value: datetime) -> str:
    """A moment as the API writes it."""
    return value.astimezone(UTC).isoformat().replace("+00:00", "Z")


class WallTime(fields.Field[int]):
    """A time of day `HH:MM`; minutes since midnight inside."""

    default_error_messages = {"invalid": "field-not-time"}  # noqa: RUF012 # marshmallow's way

    def _serialize(self, value: int | None, *_: Any, **__: Any) -> str | None:
        return None if value is None else f"{value // 60:02}:{value % 60:02}"

    def _deserialize(self, value: Any, *_: Any, **__: Any) -> int:
        match = _WALL_TIME.fullmatch(value) if isinstance(value, str) else None
        if match is None:
            raise self.make_error("invalid")
        return int(match[1]) * 60 + int(match[2])


@cache
def _zones() -> frozenset[str]:
    # Not a zone but the machine's own, and so a learner's day that changes with the server.
    return frozenset(available_timezones() - {"localtime"})


def is_time_zone(name: str) -> bool:
    """Whether the database of zones has it."""
    return name in _zones()


def known_zone(name: str) -> None:
    """Refuses a time zone that the database of zones does not have."""
    if not is_time_zone(name):
        raise ValidationError("field-not-time-zone")


def storable(value: str) -> None:
    """Refuses NUL, which PostgreSQL cannot keep in a text, and halves of characters."""
    if "\x00" in value or any("\ud800" <= char <= "\udfff" for char in value):
        raise ValidationError("field-not-text")


def filled(value: str) -> None:
    """Refuses a text of nothing but spaces, where one is needed."""
    if value and not value.strip():
        raise ValidationError("field-required")


def text_field(longest: int, *, shortest: int = 1, **kwargs: Any) -> fields.String:
    """A text of bounded length that the database can keep; blank only where `shortest` is 0."""
    checks: list[Callable[[str], object]] = [validate.Length(min=shortest, max=longest), storable]
    if shortest:
        checks.append(filled)
    return fields.String(validate=checks, **kwargs)


def id_field(**kwargs: Any) -> fields.Integer:
    """The id of a row; larger numbers than a database counts to are no ids."""
    return fields.Integer(strict=True, validate=validate.Range(1, MOST), **kwargs)


def email_field(**kwargs: Any) -> fields.Email:
    """A mail address."""
    return fields.Email(validate=[validate.Length(max=254), storable], **kwargs)


def mail_bounced_field() -> fields.Boolean:
    """False alone: that mail comes back is found out, never said."""
    return fields.Boolean(
        truthy={True},
        falsy={False},
        validate=_nothing_but_false,
        metadata={"description": "false: mail to the address arrives again"},
    )


def _nothing_but_false(value: bool) -> None:
    if value:
        raise ValidationError("field-not-valid")


def time_zone_field(**kwargs: Any) -> fields.String:
    """The name of a time zone, such as Europe/Amsterdam."""
    return fields.String(validate=known_zone, **kwargs)


def known_country(code: str) -> None:
    """Refuses a country whose public holidays are not known; "" stands for none."""
    if code != NO_COUNTRY and code not in countries():
        raise ValidationError("field-not-country")


def country_field(**kwargs: Any) -> fields.String:
    """Whose public holidays are kept: a country by its two letters, or "" for none."""
    return fields.String(validate=known_country, **kwargs)


def day_loads_field(**kwargs: Any) -> fields.List[str]:
    """What each day of the week asks, from Monday on."""
    load = fields.String(validate=validate.OneOf([one.value for one in DayLoad]))
    return fields.List(load, validate=validate.Length(equal=DAYS_IN_WEEK), **kwargs)


def language_field(**kwargs: Any) -> fields.String:
    """`nl` or `en`."""
    return fields.String(validate=validate.OneOf(LANGUAGES), **kwargs)
