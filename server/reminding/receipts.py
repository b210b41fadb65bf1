"""What a phone tells about a reminder: that it came, was opened, or comes at a bad time.

It tells it from a service worker, where nobody is signed in. So each notice carries a token that
names reminder, person and device, and says nothing else.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache
from uuid import UUID

from itsdangerous import BadSignature, Signer
from sqlalchemy.orm import Session

from scheduler.reminders import Planned, choose
from server.ports import Things
from server.reminding.learner_day import at_their_moment, before_this_one
from server.store import devices, people, reminders, scope
from server.store.due_reminders import DueReminder
from server.store.outbox import State
from server.store.people import Person
from server.store.reminders import Reminder

# A reminder that was put off once says so in its row, and stays where it is then.
PUT_OFF = "later"
PUTS_OFF_BY = timedelta(hours=3)
# A phone may have been off for days; what it tells later changes nothing any more.
TAKEN_FOR = timedelta(days=7)
_DAYS_A_WEEK = 7
_SALT = "receipt of a reminder"


@dataclass(frozen=True, slots=True)
class Receipt:
    """What was not known of the reminder before."""

    delivered: bool = False
    opened: bool = False
    answering: Person | None = None
    """Whose question it was, where its answer may come along."""


@dataclass(frozen=True, slots=True)
class _Token:
    organisation_id: int
    reminder_id: int
    person_id: int
    device_id: UUID


@dataclass(frozen=True, slots=True)
class _Told:
    """A receipt that is one of ours, and about what."""

    row: Reminder
    person: Person
    device_id: UUID
    now: datetime


def make(secret_key: str, held: DueReminder, device_id: UUID) -> str:
    """The token of one reminder on one device."""
    named = f"{held.organisation_id}.{held.message_id}.{held.person_id}.{device_id.hex}"
    return _signer(secret_key).sign(named).decode()


def apply(db: Session, things: Things, secret_key: str, token: str, what: str) -> Receipt | None:
    """Keeps what a phone tells, and gives what is new; None when the token is not one of ours.

    What is told again, too late, or of a reminder that is gone changes nothing.
    """
    named = _read(secret_key, token)
    if named is None:
        return None
    scope.work_for(db, named.organisation_id)
    row = reminders.held(db, named.reminder_id)
    now = things.clock.now()
    if row is None or row.person_id != named.person_id or now > row.expires_at + TAKEN_FOR:
        return Receipt()
    came, opened = row.delivered_at, row.opened_at
    person = people.by_id(db, named.person_id)
    if person is not None and person.active:
        told = _Told(row, person, named.device_id, now)
        _delivered(db, told)
        _DOES[what](db, things, told)
    return Receipt(
        delivered=came is None and row.delivered_at is not None,
        opened=opened is None and row.opened_at is not None,
        answering=person if person is not None and _may_answer(person) else None,
    )


def _may_answer(person: Person) -> bool:
    """A token travels through services of others: it can no more than its learner asked for."""
    return person.active and person.question_in_push


def _delivered(db: Session, told: _Told) -> None:
    devices.tells(db, told.person.id, told.device_id)
    told.row.delivered_at = told.row.delivered_at or told.now
    told.row.fallback_at = None
    if told.row.state == State.PLANNED.value and told.row.sent_at is not None:
        told.row.state = State.SENT.value  # the mail that was about to follow is needless


def _nothing_more(_db: Session, _things: Things, _told: _Told) -> None:
    """That it came was all."""


def _opened(_db: Session, _things: Things, told: _Told) -> None:
    told.row.opened_at = told.row.opened_at or told.now


def _later(db: Session, things: Things, told: _Told) -> None:
    """Once, later on the same study day, by the rules of every reminder."""
    row = told.row
    if row.state != State.SENT.value or row.reason == PUT_OFF:
        return
    [(_, day)] = at_their_moment(db, [told.person], row.study_day, things)
    chosen = choose(before_this_one(day), told.now + PUTS_OFF_BY)
    if not isinstance(chosen, Planned):
        return
    row.state, row.reason = State.PLANNED.value, PUT_OFF
    row.due_at, row.expires_at = chosen.due_at, chosen.expires_at
    row.sent_at = row.sent_channel = row.delivered_at = row.opened_at = None


def _not_this_week(_db: Session, _things: Things, told: _Told) -> None:
    # From the day of the reminder: told again next week, it must not silence that one too.
    monday = _next_monday(told.row.study_day)
    told.person.snoozed_until = max(told.person.snoozed_until or monday, monday)


_DOES: Mapping[str, Callable[[Session, Things, _Told], None]] = {
    "delivered": _nothing_more,
    "opened": _opened,
    "later": _later,
    "not-this-week": _not_this_week,
}
WHAT = tuple(_DOES)


def _next_monday(day: date) -> date:
    return day + timedelta(days=_DAYS_A_WEEK - day.weekday())


def _read(secret_key: str, token: str) -> _Token | None:
    try:
        named = _signer(secret_key).unsign(token).decode()
    except BadSignature:
        return None
    organisation_id, reminder_id, person_id, device = named.split(".")
    return _Token(int(organisation_id), int(reminder_id), int(person_id), UUID(hex=device))


@lru_cache(maxsize=4)
def _signer(secret_key: str) -> Signer:
    # Not a serializer of objects: one is made for each message, and that took seven times as long.
    return Signer(secret_key, salt=_SALT)
