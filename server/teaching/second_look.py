"""A second reader looks at what changed before learners see it.

draft → asked → approved or sent back. An approval is of one text: any change after it makes the
set a draft again.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from sqlalchemy.orm import Session

from server.store import releases, second_looks, set_authors
from server.store.people import Person
from server.store.second_looks import LookState, SecondLook
from server.teaching.changes import pending
from server.teaching.refusal import NotThere, Refused
from server.teaching.sets import set_to_change

DRAFT: Final = "draft"
ASKED: Final = LookState.ASKED.value
APPROVED: Final = LookState.APPROVED.value


@dataclass(frozen=True, slots=True)
class Answer:
    """What the second reader says: `remarks` are `{card_id, remark}`, `text_hash` what was read."""

    approves: bool
    text_hash: str
    remark: str
    remarks: Sequence[dict[str, Any]]


def ask(db: Session, author: Person, card_set_id: int, note: str, now: datetime) -> SecondLook:
    """Asks for a second look; one that was asked for before is replaced.

    Raises `NotThere`, and `Refused` where nothing changed.
    """
    set_to_change(db, card_set_id)
    found = pending(db, card_set_id)
    if not found.difference:
        raise Refused("card_set", "release-nothing-new")
    last = second_looks.latest(db, card_set_id)
    if last is not None and last.state == LookState.ASKED:
        last.state = LookState.REPLACED.value
    look = SecondLook(
        card_set_id=card_set_id, state=LookState.ASKED.value, note=note, asked_by=author,
        asked_at=now, reader=None, text_hash=found.text_hash, remark="", remarks=[],
    )  # fmt: skip
    db.add(look)
    db.flush()
    return look


def answer(
    db: Session, reader: Person, card_set_id: int, look_id: int, given: Answer, *, now: datetime
) -> SecondLook:
    """Approves the text or sends it back.

    Raises `NotThere`, and `Refused` for a look that was answered already, for authors of the text,
    for a text that changed while it was read, and for one sent back without a word.
    """
    set_to_change(db, card_set_id)
    look = second_looks.latest(db, card_set_id)
    if look is None or look.id != look_id:
        raise NotThere
    if look.state != LookState.ASKED:
        raise Refused("look", "look-answered")
    if not may_read(db, reader, look):
        raise Refused("look", "look-own-text")
    found = pending(db, card_set_id)
    if found.text_hash != given.text_hash:
        raise Refused("text_hash", "look-text-changed")
    known = {one.card_id for one in found.changes}
    if any(one["card_id"] not in known for one in given.remarks):
        raise Refused("remarks", "look-unknown-card")
    if not given.approves and not given.remark.strip() and not given.remarks:
        raise Refused("remark", "look-say-what")
    look.state = (LookState.APPROVED if given.approves else LookState.SENT_BACK).value
    look.reader, look.answered_at = reader, now
    look.text_hash, look.remark, look.remarks = given.text_hash, given.remark, list(given.remarks)
    db.flush()
    return look


def may_read(db: Session, reader: Person, look: SecondLook) -> bool:
    """Whether the person may be the second reader."""
    return reader.id not in authors_of(db, look)


def authors_of(db: Session, look: SecondLook) -> set[int]:
    """Who may not read: who asked, and who changed cards since the live release."""
    live = releases.live(db, [look.card_set_id]).get(look.card_set_id)
    return {
        look.asked_by_id,
        *set_authors.since(db, look.card_set_id, live.released_at if live else None),
    }


def standing(db: Session, card_set_id: int, text_hash: str) -> str:
    """Where the set stands between draft and release, given what its text is now."""
    look = second_looks.latest(db, card_set_id)
    return standing_of(look, text_hash)


def standing_of(look: SecondLook | None, text_hash: str) -> str:
    """The same, for the last second look at the set."""
    if look is None:
        return DRAFT
    if look.state != LookState.ASKED and look.text_hash != text_hash:
        return DRAFT
    return look.state
