"""The link under a mail by which reminders by mail stop, without signing in."""

from __future__ import annotations

from itsdangerous import BadSignature, URLSafeSerializer
from sqlalchemy.orm import Session

from server.channels import MAIL
from server.store import people, scope
from server.store.people import Person

_SALT = "unsubscribe from mail"


def make(secret_key: str, person: Person) -> str:
    """The token for a person's link. It has no end: an old mail must still be able to stop."""
    return str(_signer(secret_key).dumps([person.organisation_id, person.id]))


def apply(db: Session, token: str, secret_key: str) -> Person | None:
    """Takes mail from the person's channels; None when the token is not one of ours.

    Applying it again changes nothing.
    """
    try:
        organisation_id, person_id = _signer(secret_key).loads(token)
    except BadSignature:
        return None
    scope.work_for(db, organisation_id)
    person = people.by_id(db, person_id)
    if person is not None:
        person.channels = [channel for channel in person.channels if channel != MAIL]
    return person


def _signer(secret_key: str) -> URLSafeSerializer:
    return URLSafeSerializer(secret_key, salt=_SALT)
