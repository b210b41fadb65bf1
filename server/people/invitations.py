"""Invitations: a link by which a person chooses a password, new or forgotten."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from typing import Literal

from sqlalchemy.orm import Session

from server.people import passwords, sign_in
from server.ports import Things
from server.store import people, scope, sign_ins
from server.store.letters import OutgoingLetter
from server.store.people import Person
from server.store.sign_ins import Invitation

LASTS = {"invitation": timedelta(days=30), "forgotten": timedelta(hours=2)}


def invite(
    db: Session,
    invited: Sequence[Person],
    things: Things,
    base_url: str,
    kind: Literal["invitation", "forgotten"] = "invitation",
) -> dict[int, str]:
    """Writes an invitation and its mail for each person (with ids); gives the links by person.

    The mail is a row, sent after the commit: an invitation that was rolled back is never mailed.
    """
    now = things.clock.now()
    links: dict[int, str] = {}
    for person in invited:
        token = things.dice.token()
        links[person.id] = f"{base_url}/app/#/welcome?token={token}"
        until = now + LASTS[kind]
        db.add(
            Invitation(
                person_id=person.id,
                token_hash=sign_in.fingerprint(token),
                until=until,
                used_at=None,
                created_at=now,
            )
        )
        db.add(
            OutgoingLetter(
                person_id=person.id,
                kind=kind,
                values={"link": links[person.id]},
                due_at=now,
                expires_at=until,
            )
        )
    return links


def invite_again(db: Session, email: str, things: Things, base_url: str) -> None:
    """A link for whoever forgot the password, at each organisation that knows the address.

    Says nothing about whether there is an account: anyone may ask this.
    """
    with scope.across_organisations(db):
        accounts = people.accounts_of(db, email)
    for person in accounts:
        scope.work_for(db, person.organisation_id)
        invite(db, [person], things, base_url, "forgotten")
        db.flush()


def accept(
    db: Session, token: str, password: str, changes: dict[str, str], things: Things
) -> sign_in.Tokens | None:
    """Sets the password and signs in; None when the link is spent, too old or unknown.

    `changes` may set name, language and time zone. Every other sign-in and link of the person
    ends: who resets a password may do so because somebody else has it.
    """
    now = things.clock.now()
    with scope.across_organisations(db):
        invitation = sign_ins.open_invitation(db, sign_in.fingerprint(token), now)
    if invitation is None or not invitation.person.active:
        return None
    scope.work_for(db, invitation.organisation_id)
    sign_ins.spend_invitations(db, invitation.person_id, now)
    person = invitation.person
    person.password_hash = passwords.hashed(password)
    person.mail_bounced_at = None  # the link came by mail
    for name, value in changes.items():
        setattr(person, name, value)
    sign_ins.revoke_all(db, person.id, now)
    return sign_in.start(db, person, things)
