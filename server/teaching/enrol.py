"""Enrolling people by their addresses. Who is not known yet gets an account and an invitation."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from marshmallow import ValidationError
from marshmallow.validate import Email
from sqlalchemy.orm import Session

from server.store import campaigns, organisations, people, reminders, sign_ins
from server.store.organisations import Organisation
from server.store.people import Person, Role
from server.teaching.campaign import the_campaign

LONGEST_ADDRESS = 254
_is_address = Email()

Invite = Callable[[Sequence[Person]], Mapping[int, str]]
"""Writes the invitations and their mails; gives the links by person."""


@dataclass(frozen=True, slots=True)
class Newcomer:
    """One line of what was pasted. What is None comes from the organisation or the address."""

    email: str
    name: str | None = None
    language: str | None = None
    time_zone: str | None = None


@dataclass(slots=True)
class Enrolled:
    """What became of the lines.

    `enrolled` counts new enrolments, `invited` those of them who were sent an invitation, and
    `already` people who took part before. `problems` are line numbers from 1 with a key of the
    catalogue, `links` the invitations by address.
    """

    enrolled: int = 0
    invited: int = 0
    already: int = 0
    problems: list[tuple[int, str]] = field(default_factory=list)
    links: dict[str, str] = field(default_factory=dict)


def enrol(
    db: Session, campaign_id: int, lines: Sequence[Newcomer], now: datetime, invite: Invite
) -> Enrolled:
    """Enrols everyone on the lines with a sound address; the same lines again change nothing.

    Raises `NotThere`.
    """
    campaign = the_campaign(db, campaign_id)
    # Two trainers who paste the same new address at once would both make the account.
    organisation = organisations.locked(db, campaign.organisation_id)
    done = Enrolled()
    wanted = _sound(lines, done)
    known = people.by_emails(db, list(wanted))
    for email, person in known.items():
        if not person.active:
            done.problems.append((wanted[email][0], "enrol-not-active"))
    unknown = [line for email, (_, line) in wanted.items() if email not in known]
    made = _make(db, organisation, unknown, now)
    taking_part = campaigns.enrolled_ids(db, campaign_id)
    active = [person for person in (*known.values(), *made) if person.active]
    joining = [person for person in active if person.id not in taking_part]
    newcomers = [person.id for person in joining]
    campaigns.enrol(db, campaign_id, newcomers, now)
    reminders.forget_undelivered(db, newcomers, now)
    done.enrolled, done.already = len(joining), len(active) - len(joining)
    _invite(db, joining, now, invite, done)
    done.problems.sort()
    return done


def _sound(lines: Sequence[Newcomer], done: Enrolled) -> dict[str, tuple[int, Newcomer]]:
    """Line number and line by address, each address once; others become problems."""
    wanted: dict[str, tuple[int, Newcomer]] = {}
    for number, line in enumerate(lines, start=1):
        email = line.email.strip().lower()
        if _sound_address(email):
            wanted.setdefault(email, (number, line))
        else:
            done.problems.append((number, "enrol-bad-address"))
    return wanted


def _sound_address(email: str) -> bool:
    try:
        _is_address(email)
    except ValidationError:
        return False
    return len(email) <= LONGEST_ADDRESS


def _make(
    db: Session, organisation: Organisation, lines: Sequence[Newcomer], now: datetime
) -> list[Person]:
    rows = [
        {
            "email": line.email.strip().lower(),
            "name": (line.name or "").strip() or line.email.strip().partition("@")[0],
            "role": Role.LEARNER,
            "team_id": None,
            "password_hash": None,
            "language": line.language or organisation.language,
            "time_zone": line.time_zone or organisation.time_zone,
            "created_at": now,
        }
        for line in lines
    ]
    people.add(db, rows)
    made = people.by_emails(db, [str(row["email"]) for row in rows]) if rows else {}
    return list(made.values())


def _invite(
    db: Session, joining: Sequence[Person], now: datetime, invite: Invite, done: Enrolled
) -> None:
    """Invites who has no password yet and holds no invitation that works."""
    without = [person for person in joining if person.password_hash is None]
    holding = sign_ins.invited(db, [person.id for person in without], now)
    invited = [person for person in without if person.id not in holding]
    links = invite(invited) if invited else {}
    done.invited = len(invited)
    done.links = {
        person.email: links[person.id] for person in invited if person.role == Role.LEARNER
    }
