"""The ids of our mails, by which a report about one names its person and proves itself.

Anyone may write to the address that reports come to; without a signature anyone could silence a
colleague's reminders. It covers the address too: a report about a former one is then none.
"""

from __future__ import annotations

import re
from typing import Final

from itsdangerous import Signer
from sqlalchemy.orm import Session

from server.store import people, scope
from server.store.people import Person

_SALT: Final = "ids of mails"
# A name with the numbers of organisation and person, and a signature of 20 bytes in base64url.
_OURS: Final = re.compile(rb"((?:reminder|letter)-\d{1,18}-(\d{1,18})-(\d{1,18}))\.([\w-]{27})@")
_MOST_LOOKED_AT: Final = 20


def make(secret_key: str, name: str, person: Person) -> str:
    """What stands before the @. The same mail sent again has the same, and shows once."""
    named = f"{name}-{person.organisation_id}-{person.id}"
    return f"{named}.{_signer(secret_key).get_signature(_signed(named, person)).decode()}"


def person_of(db: Session, secret_key: str, mail: bytes) -> Person | None:
    """Whom the first mail of ours that is named somewhere in these bytes was for.

    The session works for that person's organisation.
    """
    for found in list(_OURS.finditer(mail))[:_MOST_LOOKED_AT]:
        named, organisation_id, person_id, signature = found.groups()
        scope.work_for(db, int(organisation_id))
        person = people.by_id(db, int(person_id))
        if person is not None and _signer(secret_key).verify_signature(
            _signed(named.decode(), person), signature
        ):
            return person
    return None


def _signed(named: str, person: Person) -> str:
    return f"{named} {person.email}"


def _signer(secret_key: str) -> Signer:
    return Signer(secret_key, salt=_SALT)
