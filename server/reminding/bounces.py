"""Mail that came back: addresses to which nothing is mailed until somebody looks after them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from email import message_from_bytes
from email.message import Message

from sqlalchemy.orm import Session

from server.mail_status import code_in, is_dead
from server.reminding import message_ids
from server.store.people import Person


def take_report(db: Session, secret_key: str, mail: bytes, now: datetime) -> Person | None:
    """Reads one mail; gives whose address it reports to be dead, marked as such.

    None for anything else: a report of a delay or of a full mailbox, an absence note, a report
    about a mail that is not ours or that went to an address since changed.
    """
    try:
        dead = any(is_dead(code) for code in _failures(mail))
    except RecursionError:  # parts within parts without end, which no mail server writes
        return None
    if not dead:
        return None
    person = message_ids.person_of(db, secret_key, mail)
    if person is not None:
        person.mail_bounced_at = person.mail_bounced_at or now
    return person


def _failures(mail: bytes) -> Iterator[str]:
    """The codes of the deliveries that failed for good, in a report of RFC 3464."""
    for part in message_from_bytes(mail).walk():
        if part.get_content_type() != "message/delivery-status" or not part.is_multipart():
            continue
        for block in part.get_payload():
            if isinstance(block, Message) and _field(block, "Action").lower() == "failed":
                told = f"{_field(block, 'Status')} {_field(block, 'Diagnostic-Code')}"
                yield _closest(told)


def _closest(told: str) -> str:
    """The code; where that says no more than "failed", what the last server wrote."""
    code = code_in(told) or ""
    return code_in(told.replace(code, "", 1)) or code if code == "5.0.0" else code


def _field(block: Message, name: str) -> str:
    return str(block.get(name, "")).strip()
