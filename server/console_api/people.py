"""People and teams, as the admin keeps them."""

from __future__ import annotations

from typing import Any

from flask_smorest import Blueprint

from server.console_api import places
from server.console_api.people_schemas import (
    NewPersonOut,
    PeoplePageOut,
    PeopleQuery,
    PersonIn,
    PersonOut,
    PersonPatchIn,
    PersonTeamOut,
    TeamIn,
    TeamPageOut,
)
from server.people import invitations, roster
from server.store import organisations, people
from server.store.database import db
from server.store.organisations import Team
from server.store.people import Person, Role
from server.web.commit import commits
from server.web.errors import not_found, wrong_field
from server.web.paging import PAGE, page
from server.web.sign_in import me, open_to
from server.web.world import settings, things

blueprint = Blueprint("people", __name__, url_prefix="/api/v1", description="People")
admins = open_to(Role.ADMIN)
console = open_to(Role.TRAINER, Role.ADMIN)
ADMINS_ONLY = ("email", "role", "status", "mail_bounced")


@blueprint.get("/people")
@console
@blueprint.arguments(PeopleQuery, location="query")
@blueprint.response(200, PeoplePageOut)
def listed(query: dict[str, Any]) -> dict[str, Any]:
    """People by name; a trainer sees names and teams."""
    after = places.name_and_id(query["cursor"])
    rows = people.listed(
        db.session(),
        words=query["q"],
        role=query["role"],
        after=after,
        limit=PAGE + 1,
        by_address=me().role == Role.ADMIN,
    )
    found = page(rows, lambda one: [one.name, one.id])
    return {**found, "items": [_shown(one) for one in found["items"]]}


@blueprint.post("/people")
@admins
@blueprint.arguments(PersonIn)
@blueprint.response(201, NewPersonOut)
@commits
def add(given: dict[str, Any]) -> dict[str, Any]:
    """A new account, and its invitation."""
    now = things().clock.now()
    try:
        person = roster.add(db.session(), me().organisation, **given, now=now)
    except roster.AddressTaken:
        raise wrong_field("email", "person-address-taken") from None
    except roster.NoSuchTeam:
        raise not_found() from None
    links = invitations.invite(db.session(), [person], things(), settings().base_url)
    link = None if things().mailer.configured else links[person.id]
    return {**_whole(person), "invitation_link": link}


@blueprint.patch("/people/<int:person_id>")
@admins
@blueprint.arguments(PersonPatchIn)
@blueprint.response(200, PersonOut)
@commits
def change(given: dict[str, Any], person_id: int) -> dict[str, Any]:
    """Another role, team or address, or closing and opening the account.

    Who never chose a password is invited again at a new address.
    """
    person = people.by_id(db.session(), person_id)
    if person is None:
        raise not_found()
    moves = given.get("email", person.email).lower() != person.email
    try:
        roster.change(db.session(), person, given, things().clock.now())
    except roster.AddressTaken:
        raise wrong_field("email", "person-address-taken") from None
    except roster.NoSuchTeam:
        raise not_found() from None
    except roster.LastAdmin:
        where = "active" if given.get("active") is False else "role"
        raise wrong_field(where, "person-last-admin") from None
    if moves and person.status == "invited":
        invitations.invite(db.session(), [person], things(), settings().base_url)
    return _whole(person)


@blueprint.get("/teams")
@open_to(Role.TRAINER, Role.MANAGER, Role.ADMIN)
@blueprint.response(200, TeamPageOut)
def teams() -> dict[str, Any]:
    """All teams by name."""
    return {"items": organisations.teams(db.session()), "next": None}


@blueprint.post("/teams")
@admins
@blueprint.arguments(TeamIn)
@blueprint.response(201, PersonTeamOut)
@commits
def add_team(given: dict[str, str]) -> Team:
    """A new team."""
    try:
        return roster.add_team(db.session(), me().organisation, given["name"])
    except roster.NameTaken:
        raise wrong_field("name", "team-name-taken") from None


def _shown(person: Person) -> dict[str, Any]:
    if me().role == Role.ADMIN:
        return _whole(person)
    return {**_whole(person), **dict.fromkeys(ADMINS_ONLY)}


def _whole(person: Person) -> dict[str, Any]:
    return {
        "id": person.id,
        "name": person.name,
        "team": person.team,
        "email": person.email,
        "role": person.role,
        "status": person.status,
        "mail_bounced": person.mail_bounced_at is not None,
    }
