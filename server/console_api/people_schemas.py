"""Shapes of people, teams and the organisation."""

from __future__ import annotations

from marshmallow import Schema, fields, validate

from server.console_api.schemas import SearchPageQuery, name_field
from server.store.people import Role
from server.web.fields import (
    In,
    country_field,
    day_loads_field,
    email_field,
    id_field,
    language_field,
    mail_bounced_field,
    time_zone_field,
)

ROLES = validate.OneOf([role.value for role in Role])


class PeopleQuery(SearchPageQuery):
    """One role, or all."""

    role = fields.String(load_default=None, validate=ROLES)


class PersonIn(In):
    """A new account."""

    email = email_field(required=True)
    name = name_field(required=True)
    role = fields.String(required=True, validate=ROLES)
    team_id = id_field(allow_none=True, load_default=None)


class PersonPatchIn(In):
    """What an admin may change of a person."""

    role = fields.String(validate=ROLES)
    email = email_field()
    team_id = id_field(allow_none=True)
    active = fields.Boolean()
    mail_bounced = mail_bounced_field()


class PersonTeamOut(Schema):
    """The team of a person, or one in the list of teams."""

    id = fields.Integer()
    name = fields.String()


class PersonOut(Schema):
    """A person. Trainers see name and team only."""

    id = fields.Integer()
    name = fields.String()
    team = fields.Nested(PersonTeamOut, allow_none=True)
    email = fields.String(allow_none=True)
    role = fields.String(allow_none=True)
    status = fields.String(
        allow_none=True, validate=validate.OneOf(["invited", "active", "inactive"])
    )
    mail_bounced = fields.Boolean(
        allow_none=True,
        metadata={"description": "mail to the address came back; none is sent"},
    )


class NewPersonOut(PersonOut):
    """A person, with the invitation to hand over where no mail can be sent."""

    invitation_link = fields.String(allow_none=True)


class PeoplePageOut(Schema):
    """A page of people, by name."""

    items = fields.List(fields.Nested(PersonOut))
    next = fields.String(allow_none=True)


class TeamIn(In):
    """A new team."""

    name = name_field(100, required=True)


class TeamPageOut(Schema):
    """All teams, by name."""

    items = fields.List(fields.Nested(PersonTeamOut))
    next = fields.String(allow_none=True)


class FirmOut(Schema):
    """The own organisation."""

    name = fields.String()
    slug = fields.String()
    language = fields.String()
    time_zone = fields.String()
    min_group_size = fields.Integer()
    day_loads = fields.List(fields.String())
    country = fields.String()
    reminders_a_week = fields.Integer()


class FirmPatchIn(In):
    """What an admin may change of the organisation."""

    name = name_field()
    language = language_field()
    time_zone = time_zone_field()
    min_group_size = fields.Integer(strict=True, validate=validate.Range(2, 1000))
    day_loads = day_loads_field()
    country = country_field()
    reminders_a_week = fields.Integer(strict=True, validate=validate.Range(1, 7))
