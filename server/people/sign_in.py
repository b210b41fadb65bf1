"""Signing in: opaque tokens, kept as hashes, revocable at once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256

from sqlalchemy.orm import Session

from server.people import passwords
from server.ports import Things
from server.store import people, scope, sign_ins
from server.store.people import Person
from server.store.sign_ins import Caller, SignIn

ACCESS = timedelta(hours=1)
REFRESH = timedelta(days=60)


@dataclass(frozen=True, slots=True)
class Tokens:
    """What a device keeps. They are shown once and stored nowhere."""

    access_token: str
    refresh_token: str
    expires_in: int
    person: Person


def fingerprint(token: str) -> str:
    """What is kept of a token: its SHA-256. The token is random, so no salt is needed."""
    return sha256(token.encode()).hexdigest()


def with_password(db: Session, email: str, password: str, things: Things) -> Tokens | None:
    """Signs in, or gives None where address and password belong to no active account.

    An address may have accounts at several organisations; the first whose password fits counts.
    """
    with scope.across_organisations(db):
        # Stripped, because phones put a space behind what they fill in.
        accounts = people.accounts_of(db, email.strip())
    fitting = [one for one in accounts if passwords.fits(password, one.password_hash)]
    if not accounts:
        passwords.fits(password, None)
    return start(db, fitting[0], things) if fitting else None


def start(db: Session, person: Person, things: Things) -> Tokens:
    """A new sign-in of the person."""
    scope.work_for(db, person.organisation_id)
    sign_in = SignIn(person=person, revoked_at=None)
    tokens = _renew(sign_in, things)
    db.add(sign_in)
    db.flush()
    return tokens


def refreshed(db: Session, refresh_token: str, things: Things) -> Tokens | None:
    """New tokens for a refresh token; None when it is spent, revoked or unknown."""
    with scope.across_organisations(db):
        sign_in = sign_ins.by_refresh(db, fingerprint(refresh_token), things.clock.now())
    if sign_in is None:
        return None
    scope.work_for(db, sign_in.organisation_id)
    return _renew(sign_in, things)


def of_token(db: Session, access_token: str, now: datetime) -> Caller | None:
    """Who holds that access token, while it is good; in one statement."""
    return sign_ins.by_access(db, fingerprint(access_token), now)


def _renew(sign_in: SignIn, things: Things) -> Tokens:
    now = things.clock.now()
    access, refresh = things.dice.token(), things.dice.token()
    sign_in.access_hash = fingerprint(access)
    sign_in.access_until = now + ACCESS
    sign_in.refresh_hash_before = sign_in.refresh_hash
    sign_in.refresh_hash = fingerprint(refresh)
    sign_in.refreshed_at = now
    sign_in.refresh_until = now + REFRESH
    return Tokens(access, refresh, int(ACCESS.total_seconds()), sign_in.person)
