"""The people of an organisation as its admin keeps them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from server.store import organisations, people, sign_ins
from server.store.organisations import Organisation, Team
from server.store.people import Person, Role


class AddressTaken(Exception):
    """The organisation has an account with that address."""


class LastAdmin(Exception):
    """Without this person nobody could administer the organisation."""


class NameTaken(Exception):
    """There is a team of that name."""


class NoSuchTeam(Exception):
    """The team is not there, or belongs to another organisation."""


def add(
    db: Session,
    organisation: Organisation,
    *,
    email: str,
    name: str,
    role: str,
    team_id: int | None,
    now: datetime,
) -> Person:
    """A new account without a password. Raises `AddressTaken` or `NoSuchTeam`."""
    organisations.locked(db, organisation.id)
    if people.by_email(db, email) is not None:
        raise AddressTaken
    person = Person(
        email=email.lower(),
        name=name,
        role=role,
        team=_team(db, team_id),
        organisation=organisation,
        language=organisation.language,
        time_zone=organisation.time_zone,
        created_at=now,
    )
    db.add(person)
    db.flush()
    return person


def change(db: Session, person: Person, changes: Mapping[str, Any], now: datetime) -> None:
    """Sets role, team (`team_id`), address, or whether the account is open (`active`).

    A closed account is signed out everywhere. To an address that was corrected or confirmed
    (`mail_bounced` false) mail goes again. Raises `AddressTaken`, `LastAdmin` or `NoSuchTeam`.
    """
    organisations.locked(db, person.organisation_id)
    if "team_id" in changes:
        person.team = _team(db, changes["team_id"])
    stays = changes.get("role", person.role) == Role.ADMIN and changes.get("active", True)
    if person.role == Role.ADMIN and not stays and not people.other_admins(db, person.id):
        raise LastAdmin
    if "email" in changes or "mail_bounced" in changes:
        _look_after_address(db, person, changes.get("email", person.email).lower())
    person.role = changes.get("role", person.role)
    person.active = changes.get("active", person.active)
    if not person.active:
        sign_ins.revoke_all(db, person.id, now)
    db.flush()


def add_team(db: Session, organisation: Organisation, name: str) -> Team:
    """A new team. Raises `NameTaken`."""
    organisations.locked(db, organisation.id)
    if any(team.name.lower() == name.lower() for team in organisations.teams(db)):
        raise NameTaken
    team = Team(name=name)
    db.add(team)
    db.flush()
    return team


def _look_after_address(db: Session, person: Person, email: str) -> None:
    if email != person.email and people.by_email(db, email) is not None:
        raise AddressTaken
    person.email = email
    person.mail_bounced_at = None


def _team(db: Session, team_id: int | None) -> Team | None:
    if team_id is None:
        return None
    team = organisations.team(db, team_id)
    if team is None:
        raise NoSuchTeam
    return team
