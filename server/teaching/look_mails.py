"""Mails about a second look: to who may read when it is asked for, to the asker when answered."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from server.store import people
from server.store.letters import OutgoingLetter
from server.store.people import Person
from server.store.second_looks import SecondLook
from server.teaching.second_look import APPROVED, authors_of
from server.teaching.sets import the_set

WORTH_SENDING = timedelta(days=7)


def tell_readers(db: Session, look: SecondLook, now: datetime, base_url: str) -> None:
    """Writes a mail to everyone who may read, with the note of the asker.

    A mail is written with its cause, once: it is sent when that is committed.
    """
    own = authors_of(db, look)
    readers = [one for one in people.authors(db) if one.id not in own]
    _write(db, "look-asked", readers, look, now=now, base_url=base_url)


def tell_asker(db: Session, look: SecondLook, now: datetime, base_url: str) -> None:
    """Writes a mail to who asked, unless they left."""
    if look.asked_by.active:
        approved = look.state == APPROVED
        kind = "look-approved" if approved else "look-back"
        _write(db, kind, [look.asked_by], look, now=now, base_url=base_url)


def _write(
    db: Session, kind: str, to: Sequence[Person], look: SecondLook, *, now: datetime, base_url: str
) -> None:
    asked = kind == "look-asked"
    from_whom = look.asked_by if asked else look.reader
    note = (look.note if asked else look.remark).strip()
    values = {
        "link": f"{base_url}/console/#/sets/{look.card_set_id}/changes",
        "title": the_set(db, look.card_set_id).title,
        "by": from_whom.name if from_whom else "",
        "note": note,
        "noted": "yes" if note else "no",
    }
    db.add_all(
        OutgoingLetter(
            person_id=one.id, kind=kind, values=values, due_at=now, expires_at=now + WORTH_SENDING
        )
        for one in to
    )
