"""What an author sees before a release: the diff, whom it touches, and whether it may go out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from sqlalchemy.orm import Session

from scheduler.study_day import study_day
from scheduler.turns import share_of
from server.store import card_turns, releases, second_looks
from server.store.people import Person
from server.store.releases import Release
from server.store.second_looks import LookState, SecondLook
from server.teaching.changes import Change, Pending, of_release, pending
from server.teaching.refusal import NotThere
from server.teaching.second_look import APPROVED, ASKED, DRAFT, may_read, standing_of
from server.teaching.sets import the_set
from server.teaching.turn_cards import CARDS_PER_DAY

RELEASED: Final = "released"
STATES: Final = (DRAFT, ASKED, APPROVED, LookState.SENT_BACK.value, RELEASED)


@dataclass(frozen=True, slots=True)
class Learners:
    """How many learners know a card; None where they are too few to be told."""

    n: int | None
    suppressed: bool


@dataclass(frozen=True, slots=True)
class Shown:
    """One card of a diff with whom it touches."""

    change: Change
    learners: Learners


@dataclass(frozen=True, slots=True)
class Plan:
    """A release that may be made."""

    found: Pending
    state: str
    second_reader: bool
    second_look: SecondLook | None
    may_read: bool
    nudged_a_day: int


def plan(db: Session, reader: Person, card_set_id: int, now: datetime) -> Plan:
    """What a release now would be. Raises `NotThere`."""
    card_set = the_set(db, card_set_id)
    found = pending(db, card_set_id)
    look = second_looks.latest(db, card_set_id)
    state = standing_of(look, found.text_hash)
    if found.live and not found.difference:
        state = RELEASED
    today = study_day(now, reader.time_zone)
    return Plan(
        found=found,
        state=state,
        second_reader=card_set.second_reader,
        second_look=None if state == RELEASED else look,
        may_read=look is not None and state == ASKED and may_read(db, reader, look),
        nudged_a_day=share_of(card_turns.cards_per_day(db, card_set_id, today) or CARDS_PER_DAY),
    )


def past(db: Session, card_set_id: int, number: int) -> tuple[Release, list[Change]]:
    """A release and what it changed. Raises `NotThere`."""
    release = releases.of_number(db, card_set_id, number)
    if release is None:
        raise NotThere
    return release, of_release(db, release)


def shown(db: Session, changes: Sequence[Change], floor: int) -> list[Shown]:
    """These changes with how many learners know each card, as far as that may be told."""
    known = [one.card_id for one in changes if one.effect is not None]
    counts = card_turns.learners_of_cards(db, known) if known else {}
    return [Shown(one, _told(counts.get(one.card_id, 0), floor)) for one in changes]


def _told(count: int, floor: int) -> Learners:
    if 0 < count < floor:
        return Learners(None, suppressed=True)
    return Learners(count, suppressed=False)
